package dev.taskstore.examples.console;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskSession;
import dev.taskstore.User;
import picocli.CommandLine.Option;

/** The option that says whose task it is. */
final class UserOption {

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description =
          "The owner, who must be there (see users add). By default you: your name on this computer,"
              + " added when it is missing.")
  private String username;

  /** The name given, or that of the computer's user. */
  String name() {
    return username == null ? System.getProperty("user.name") : username;
  }

  /** Makes sure that a name that was given is that of a user. */
  void check(TaskSession session) {
    if (username != null) {
      require(session, username);
    }
  }

  User findOrCreate(TaskSession session) {
    if (username != null) {
      return require(session, username);
    }
    String name = name();
    return session
        .users()
        .findByUsername(name)
        .orElseGet(
            () ->
                session
                    .users()
                    .insert(NewUser.of(name, name + "@localhost", PasswordHash.locked())));
  }

  static User require(TaskSession session, String username) {
    return session
        .users()
        .findByUsername(username)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no user '"
                        + username
                        + "'. Add one with: console users add NAME EMAIL"));
  }
}

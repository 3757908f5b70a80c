package dev.taskstore.examples.console;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskSession;
import dev.taskstore.User;
import picocli.CommandLine.Option;

/** The option that selects the owner of tasks. */
final class UserOption {

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description =
          "The owner, an existing user (see users add). Default: your login name, which is added as a"
              + " user if missing.")
  private String username;

  /** Returns the given name, or the login name. */
  String name() {
    return username == null ? System.getProperty("user.name") : username;
  }

  /**
   * Checks the given name, if there is one.
   *
   * @throws NotFoundException if no user has this name
   */
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
    UndecodedText.check("Your login name", name);
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
                    "User '"
                        + username
                        + "' does not exist. Add it with: console users add NAME EMAIL"));
  }
}

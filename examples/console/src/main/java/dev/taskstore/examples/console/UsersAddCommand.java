package dev.taskstore.examples.console;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Adds a user and prints its ID.")
final class UsersAddCommand extends StoreCommand {

  @Parameters(paramLabel = "NAME", description = "The name. It must be unique.")
  private String username;

  @Parameters(paramLabel = "EMAIL", description = "The e-mail address. It must be unique.")
  private String email;

  @Override
  void run(TaskStore store) {
    NewUser user = NewUser.of(username, email, PasswordHash.locked());
    print(store.users().insert(user).id() + "\n");
  }
}

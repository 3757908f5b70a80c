package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.personal.ErasedRows;
import dev.taskstore.examples.console.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "erase",
    description = {
      "Deletes a user with all tasks, and prints the number of deleted rows.",
      "Backups, and what the database keeps of deleted rows, are not erased."
    })
final class UsersEraseCommand extends StoreCommand {

  @Parameters(paramLabel = "NAME", description = "The name of the user.")
  private String username;

  @Option(names = "--yes", description = "Delete. Without this option, nothing is deleted.")
  private boolean confirmed;

  @Override
  void run(TaskStore store) {
    User user = UserOption.require(store, username);
    if (!confirmed) {
      throw usage(
          "This deletes user '"
              + username
              + "' and "
              + store.tasks().countByUser(user.id())
              + " tasks, and cannot be undone. Add --yes to delete them.");
    }
    ErasedRows erased = store.users().erase(user.id());
    Table table = new Table().text("TABLE").number("ROWS");
    erased.byTable().forEach((name, rows) -> table.row(name, String.valueOf(rows)));
    print(table);
  }
}

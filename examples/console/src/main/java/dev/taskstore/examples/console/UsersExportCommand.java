package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = {
      "Exports all that is stored of a user as JSON: the user, the tasks and their tags.",
      "The password hash is left out."
    })
final class UsersExportCommand extends StoreCommand {

  @Parameters(paramLabel = "NAME", description = "The name of the user.")
  private String username;

  @Parameters(paramLabel = "FILE", description = "The file to write, completely or not at all.")
  private Path file;

  @Override
  void run(TaskStore store) throws IOException {
    UUID id = UserOption.require(store, username).id();
    OutputFile.writeBytes(file, out -> store.users().exportPersonalData(id, out));
  }
}

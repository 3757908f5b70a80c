package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.taskstore.TaskStore;
import dev.taskstore.examples.console.text.Table;
import dev.taskstore.migration.ChangeSetStatus;
import dev.taskstore.migration.MigrationMode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Lists the changesets and whether they are applied.")
final class MigrateStatusCommand extends StoreCommand {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  MigrationMode migrationMode() {
    return MigrationMode.NONE;
  }

  @Override
  void run(TaskStore store) throws IOException {
    List<ChangeSetStatus> changeSets = store.database().migrations().status();
    if (json) {
      ArrayNode document = JsonNodeFactory.instance.arrayNode();
      for (ChangeSetStatus changeSet : changeSets) {
        document
            .addObject()
            .put("id", changeSet.id())
            .put("file", changeSet.file())
            .put("applied_at", changeSet.appliedAt().map(Instant::toString).orElse(null));
      }
      print(document);
    } else {
      Table table = new Table().text("CHANGESET").text("STATE").text("APPLIED");
      for (ChangeSetStatus changeSet : changeSets) {
        table.row(
            changeSet.id(),
            changeSet.isApplied() ? "applied" : "pending",
            changeSet.appliedAt().map(Instant::toString).orElse(""));
      }
      print(table.toString());
    }
  }
}

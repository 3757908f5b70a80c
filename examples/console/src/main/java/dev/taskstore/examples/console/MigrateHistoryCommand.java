package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.examples.console.text.Table;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "history",
    description = "Lists the applied changesets in the order of their application.")
final class MigrateHistoryCommand extends MigrationCommand {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  void run(Migrations migrations) throws IOException {
    if (json) {
      ArrayNode document = JsonNodeFactory.instance.arrayNode();
      for (AppliedChangeSet applied : migrations.history()) {
        document
            .addObject()
            .put("order", applied.order())
            .put("id", applied.id())
            .put("file", applied.file())
            .put("applied_at", applied.appliedAt().toString())
            .put("tag", applied.tag().orElse(null))
            .put("deployment", applied.deployment().orElse(null))
            .put("checksum", applied.checksum().orElse(null))
            .put("in_changelog", applied.isInChangelog());
      }
      print(document);
    } else {
      Table table =
          new Table().number("ORDER").text("CHANGESET").text("APPLIED").text("TAG").text("UPDATE");
      for (AppliedChangeSet applied : migrations.history()) {
        table.row(
            applied.order(),
            applied.id(),
            applied.appliedAt(),
            applied.tag().orElse(""),
            applied.deployment().orElse(""));
      }
      print(table);
    }
  }
}

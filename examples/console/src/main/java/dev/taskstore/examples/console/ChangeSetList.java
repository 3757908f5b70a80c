package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.taskstore.db.migration.ChangeSetStatus;
import dev.taskstore.examples.console.text.Table;
import java.time.Instant;
import java.util.List;

/** A list of changesets with their states, as a table or as JSON. */
record ChangeSetList(List<ChangeSetStatus> changeSets) {

  ArrayNode json() {
    ArrayNode document = JsonNodeFactory.instance.arrayNode();
    for (ChangeSetStatus changeSet : changeSets) {
      document
          .addObject()
          .put("id", changeSet.id())
          .put("file", changeSet.file())
          .put("applied_at", changeSet.appliedAt().map(Instant::toString).orElse(null));
    }
    return document;
  }

  String table() {
    Table table = new Table().text("CHANGESET").text("STATE").text("APPLIED");
    for (ChangeSetStatus changeSet : changeSets) {
      table.row(
          changeSet.id(),
          changeSet.isApplied() ? "applied" : "pending",
          changeSet.appliedAt().map(Instant::toString).orElse(""));
    }
    return table.toString();
  }
}

package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taskstore.db.migration.ChangeSetSql;
import java.util.List;
import java.util.stream.Collectors;

/** The SQL statements of changesets, as a script or as JSON. */
record ChangeSetScript(List<ChangeSetSql> changeSets) {

  ArrayNode json() {
    ArrayNode document = JsonNodeFactory.instance.arrayNode();
    for (ChangeSetSql changeSet : changeSets) {
      ObjectNode object = document.addObject();
      object.put("id", changeSet.id()).put("file", changeSet.file());
      ArrayNode statements = object.putArray("statements");
      changeSet.statements().forEach(statements::add);
    }
    return document;
  }

  String text() {
    return changeSets.stream().map(ChangeSetSql::script).collect(Collectors.joining("\n"));
  }
}

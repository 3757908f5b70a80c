package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.taskstore.db.migration.ElementAspect;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.migration.SchemaDifference;
import dev.taskstore.db.migration.SchemaDrift;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "drift",
    description =
        "Lists differences between the database and its applied changesets. Exits with 6 if there are"
            + " any.")
final class MigrateDriftCommand extends MigrationCommand {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private boolean hasDrift;

  @Override
  void run(Migrations migrations) throws IOException {
    SchemaDrift drift = migrations.drift();
    hasDrift = !drift.isEmpty();
    if (json) {
      print(document(drift));
    } else {
      print(drift.toString());
    }
  }

  @Override
  int exitCode() {
    return hasDrift ? ExitCode.DRIFT : ExitCode.OK;
  }

  private static ArrayNode document(SchemaDrift drift) {
    ArrayNode document = JsonNodeFactory.instance.arrayNode();
    for (SchemaDifference difference : drift.differences()) {
      document
          .addObject()
          .put("type", difference.type().name().toLowerCase(Locale.ROOT))
          .put("kind", difference.kind().word())
          .put("object", difference.object())
          .put("aspect", difference.aspect().map(ElementAspect::word).orElse(null))
          .put("expected", difference.expected().orElse(null))
          .put("found", difference.found().orElse(null));
    }
    return document;
  }
}

package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taskstore.TaskStore;
import dev.taskstore.db.integrity.IntegrityReport;
import dev.taskstore.db.integrity.IntegrityViolation;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description =
        "Lists rows that break the rules of the schema: values that cannot be read, missing values,"
            + " checks and references. Exits with 6 if there are any.")
final class CheckCommand extends StoreCommand {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "The maximum number of rows to list, ${DEFAULT-VALUE} by default.")
  private int limit;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private boolean hasViolations;

  @Override
  void run(TaskStore store) throws IOException {
    if (limit < 1) {
      throw usage("--limit must be at least 1");
    }
    IntegrityReport report = store.checkIntegrity(limit);
    hasViolations = !report.violations().isEmpty();
    if (json) {
      print(document(report));
    } else {
      print(text(report));
    }
  }

  @Override
  int exitCode() {
    return hasViolations ? ExitCode.DRIFT : ExitCode.OK;
  }

  private static String text(IntegrityReport report) {
    StringBuilder text = new StringBuilder();
    for (IntegrityViolation violation : report.violations()) {
      text.append(violation.table())
          .append(' ')
          .append(key(violation))
          .append(": ")
          .append(problem(violation))
          .append('\n');
    }
    return text.append(report.isComplete() ? "" : "There are more.\n").toString();
  }

  private static String key(IntegrityViolation violation) {
    return violation.key().stream()
        .map(value -> value == null ? "?" : value.toString())
        .collect(Collectors.joining(" "));
  }

  private static String problem(IntegrityViolation violation) {
    String columns = String.join(", ", violation.columns());
    return switch (violation.kind()) {
      case VALUE -> columns + " contains a value that its type does not allow";
      case NOT_NULL -> columns + " is null";
      case CHECK -> "the row violates " + violation.constraint();
      case DUPLICATE -> "another row has the same " + columns + ", " + violation.constraint();
      case INDEX_SIZE ->
          "the values of " + columns + " may be too large, " + violation.constraint();
      case FOREIGN_KEY ->
          columns + " references a row that does not exist, " + violation.constraint();
    };
  }

  private static ArrayNode document(IntegrityReport report) {
    ArrayNode document = JsonNodeFactory.instance.arrayNode();
    for (IntegrityViolation violation : report.violations()) {
      ObjectNode node =
          document
              .addObject()
              .put("type", violation.kind().name().toLowerCase(Locale.ROOT))
              .put("table", violation.table());
      violation.columns().forEach(node.putArray("columns")::add);
      node.put("constraint", violation.constraint());
      ArrayNode key = node.putArray("key");
      violation.key().forEach(value -> key.add(value == null ? null : value.toString()));
    }
    return document;
  }
}

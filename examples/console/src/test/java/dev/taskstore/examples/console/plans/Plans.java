package dev.taskstore.examples.console.plans;

import java.util.List;
import java.util.stream.Collectors;

/** What can be read off plans. */
final class Plans {

  private Plans() {}

  /** Whether one of the statements goes through an index. */
  static boolean use(List<RecordedStatement> statements, Engine engine, String index) {
    String table = index.replaceFirst("^[a-z]+_", "");
    return engine.uses(text(statements), index, table);
  }

  static List<String> lines(List<RecordedStatement> statements) {
    return statements.stream().flatMap(statement -> statement.plan().stream()).toList();
  }

  static String text(List<RecordedStatement> statements) {
    return lines(statements).stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}

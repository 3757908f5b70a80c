package dev.taskstore.examples.console.plans;

import java.util.List;
import java.util.stream.Collectors;

/** Reads properties of execution plans. */
final class Plans {

  private Plans() {}

  /** Returns whether one of the statements uses an index. */
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

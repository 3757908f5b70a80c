package dev.taskstore.examples.console.plans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the fragment about queries for the specification of the database. */
final class QueryDocument {

  private static final int WIDTH = 110;
  private static final String CLAUSES =
      " (?=(?:from|where|group by|order by|limit|fetch next|set|left outer join|and) )"
          + "|(?<! outer) (?=join )";

  private final StringBuilder text = new StringBuilder();

  private QueryDocument() {}

  /** Returns the fragment for the recorded statements of each query and database. */
  static String of(
      String introduction,
      List<Query> queries,
      Map<Query, Map<Engine, List<RecordedStatement>>> recorded,
      List<String> indexes) {
    QueryDocument document = new QueryDocument();
    document.text.append(introduction).append("\n\n");
    document.servedBy(queries, recorded, indexes);
    queries.forEach(query -> document.query(query, recorded.get(query)));
    return document.text.toString().stripTrailing() + "\n";
  }

  private void servedBy(
      List<Query> queries,
      Map<Query, Map<Engine, List<RecordedStatement>>> recorded,
      List<String> indexes) {
    text.append("### What each index serves\n\n| index or key | ");
    text.append(
        Arrays.stream(Engine.values()).map(Engine::title).collect(Collectors.joining(" | ")));
    text.append(" |\n| --- |").append(" --- |".repeat(Engine.values().length)).append('\n');
    for (String index : indexes) {
      text.append("| `").append(index).append("` |");
      for (Engine engine : Engine.values()) {
        String served =
            queries.stream()
                .filter(query -> Plans.use(recorded.get(query).get(engine), engine, index))
                .map(Query::title)
                .collect(Collectors.joining("; "));
        text.append(' ').append(served.isEmpty() ? "none of these queries" : served).append(" |");
      }
      text.append('\n');
    }
    text.append('\n');
  }

  private void query(Query query, Map<Engine, List<RecordedStatement>> recorded) {
    text.append("### ").append(query.title()).append("\n\n");
    text.append('`').append(query.call()).append("`\n\n");
    if (!query.note().isEmpty()) {
      text.append(query.note()).append("\n\n");
    }
    for (Engine engine : Engine.values()) {
      text.append("On ").append(engine.title()).append(":\n\n");
      for (RecordedStatement statement : recorded.get(engine)) {
        block("sql", wrapped(statement.sql()));
        block("text", String.join("\n", statement.plan()));
      }
    }
  }

  private void block(String language, String content) {
    text.append("```").append(language).append('\n').append(content).append("\n```\n\n");
  }

  /** Adds line breaks before clauses and in long lists. */
  static String wrapped(String sql) {
    List<String> lines = new ArrayList<>();
    for (String clause : sql.split(CLAUSES)) {
      String rest = clause.startsWith("and ") ? "  " + clause : clause;
      while (rest.length() > WIDTH && rest.lastIndexOf(", ", WIDTH) > 0) {
        int end = rest.lastIndexOf(", ", WIDTH) + 1;
        lines.add(rest.substring(0, end));
        rest = "  " + rest.substring(end + 1);
      }
      lines.add(rest);
    }
    return String.join("\n", lines);
  }
}

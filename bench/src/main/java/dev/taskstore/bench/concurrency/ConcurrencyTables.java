package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.Units;
import dev.taskstore.bench.jdbc.PooledJdbc;
import dev.taskstore.bench.taskstore.TaskStoreLibrary;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the medians as Markdown tables. */
record ConcurrencyTables(Plan plan, Figures figures) {

  private static final String TASK_STORE = new TaskStoreLibrary().name();
  private static final String JDBC = new PooledJdbc().name();

  String markdown(Map<String, String> conditions) {
    StringBuilder text = Markdown.section(conditions);
    for (DatabaseKind database : plan.settings().databases()) {
      text.append("\n### Threads on ").append(database.title()).append('\n');
      Plan.UNDER_THREADS.forEach(work -> threads(text, database, work));
      text.append("\n### Readers concurrent to a writer on ")
          .append(database.title())
          .append("\n\n");
      readers(text, database);
      text.append("\n### TaskStore pool sizes on ").append(database.title()).append("\n\n");
      pools(text, database);
    }
    failures(text);
    return text.append('\n').toString();
  }

  private void threads(StringBuilder text, DatabaseKind database, Work work) {
    text.append("\n`").append(work.id()).append("`: ").append(work.description()).append("\n\n");
    header(
        text,
        "threads",
        TASK_STORE + " calls/s",
        JDBC + " calls/s",
        "TaskStore relative to JDBC",
        TASK_STORE + " p99",
        JDBC + " p99");
    for (Trial trial : plan.threads(database, work)) {
      row(
          text,
          String.format(Locale.ROOT, "%,d", trial.threads(work))
              + (trial.virtual() ? " virtual" : ""),
          rate(trial, work, TASK_STORE),
          rate(trial, work, JDBC),
          Units.ratio(figures.ratio(trial, work, TASK_STORE, JDBC)),
          slow(trial, work, TASK_STORE),
          slow(trial, work, JDBC));
    }
  }

  private void readers(StringBuilder text, DatabaseKind database) {
    header(
        text,
        "readers",
        TASK_STORE + " inserts/s",
        JDBC + " inserts/s",
        TASK_STORE + " pages/s",
        JDBC + " pages/s",
        TASK_STORE + " insert p99",
        JDBC + " insert p99");
    for (Trial trial : plan.readers(database)) {
      row(
          text,
          Integer.toString(trial.threads(Work.PAGE)),
          rate(trial, Work.INSERT, TASK_STORE),
          rate(trial, Work.INSERT, JDBC),
          rate(trial, Work.PAGE, TASK_STORE),
          rate(trial, Work.PAGE, JDBC),
          slow(trial, Work.INSERT, TASK_STORE),
          slow(trial, Work.INSERT, JDBC));
    }
  }

  private void pools(StringBuilder text, DatabaseKind database) {
    header(
        text, "`maximumPoolSize`", "findById calls/s", "findById p99", "inserts/s", "insert p99");
    for (int connections : plan.settings().pools()) {
      Trial finds = plan.pool(database, connections, Work.FIND_BY_ID);
      Trial inserts = plan.pool(database, connections, Work.INSERT);
      row(
          text,
          Integer.toString(connections),
          rate(finds, Work.FIND_BY_ID, TASK_STORE),
          slow(finds, Work.FIND_BY_ID, TASK_STORE),
          rate(inserts, Work.INSERT, TASK_STORE),
          slow(inserts, Work.INSERT, TASK_STORE));
    }
  }

  private String rate(Trial trial, Work work, String library) {
    return Units.count(figures.perSecond(trial, work, library));
  }

  private String slow(Trial trial, Work work, String library) {
    return Units.time(figures.percentileNanos(trial, work, library));
  }

  private void failures(StringBuilder text) {
    List<Figure> failed = figures.withFailures();
    text.append(failed.isEmpty() ? "\nNo call failed.\n" : "\nFailed calls:\n\n");
    for (Figure figure : failed) {
      text.append(
          String.format(
              Locale.ROOT,
              "- %s, %s, %s with %d threads on %d connections, round %d: %d\n",
              figure.trial().database().title(),
              figure.library(),
              figure.group().work().id(),
              figure.group().threads(),
              figure.trial().connections(),
              figure.round() + 1,
              figure.failures()));
    }
  }

  private static void header(StringBuilder text, String... names) {
    row(text, names);
    text.append("|---:".repeat(names.length)).append("|\n");
  }

  private static void row(StringBuilder text, String... cells) {
    Markdown.row(text, List.of(cells));
  }
}

package dev.taskstore.bench.growth;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Json;
import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.MarkedSection;
import dev.taskstore.bench.Median;
import dev.taskstore.bench.ReportFolder;
import dev.taskstore.bench.Units;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes all results as JSON, and the medians as tables. */
record GrowthReport(
    Map<String, String> conditions,
    GrowthSettings settings,
    List<Filled> databases,
    List<Figure> figures) {

  private static final MarkedSection SECTION = MarkedSection.of("growth", Growth.class);

  void write() throws IOException {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    lists.put("databases", databases.stream().map(GrowthReport::json).toList());
    lists.put("measurements", figures.stream().map(Figure::json).toList());
    new ReportFolder(settings.output())
        .write(SECTION, markdown(), "growth.json", Json.of(conditions, lists));
  }

  private static String json(Filled filled) {
    return String.format(
        Locale.ROOT,
        "{\"database\": %s, \"tasks\": %d, \"users\": %d, \"bytes\": %d, \"rows\": %s,"
            + " \"secondsToFill\": %s}",
        Json.quoted(filled.target().kind().id()),
        filled.data().tasks(),
        filled.data().users(),
        filled.bytes(),
        filled.time().map(time -> Long.toString(time.rows())).orElse("null"),
        filled
            .time()
            .map(time -> String.format(Locale.ROOT, "%.1f", time.seconds()))
            .orElse("null"));
  }

  private String markdown() {
    StringBuilder text = Markdown.section(conditions);
    for (DatabaseKind database : settings.databases()) {
      text.append("\n### Growth on ").append(database.title()).append("\n\n");
      for (int keys : settings.keys()) {
        text.append(String.format(Locale.ROOT, "With %,d different keys:\n\n", keys));
        questions(text, database, keys, true);
        text.append('\n');
      }
      text.append("Queries whose time may grow with the number of rows that they read:\n\n");
      questions(text, database, settings.keys().get(0), false);
      text.append("\nThe databases:\n\n");
      databases(text, database);
    }
    return text.append('\n').toString();
  }

  private void questions(StringBuilder text, DatabaseKind database, int keys, boolean constant) {
    List<String> heads = new ArrayList<>(List.of("operation", "result"));
    for (int tasks : settings.sizes()) {
      heads.add(String.format(Locale.ROOT, "%,d tasks", tasks));
      if (tasks != base()) {
        heads.add("ratio");
      }
    }
    Markdown.row(text, heads);
    text.append("|---|---|").append("---:|".repeat(heads.size() - 2)).append('\n');
    Arrays.stream(Question.values())
        .filter(question -> question.isExpectedConstant() == constant)
        .filter(question -> figures.stream().anyMatch(figure -> figure.question() == question))
        .forEach(question -> Markdown.row(text, cells(database, keys, question)));
  }

  private List<String> cells(DatabaseKind database, int keys, Question question) {
    List<String> cells = new ArrayList<>(List.of(question.id(), question.description()));
    OptionalDouble base = nanos(database, base(), keys, question);
    for (int tasks : settings.sizes()) {
      OptionalDouble nanos = nanos(database, tasks, keys, question);
      cells.add(Units.time(nanos));
      if (tasks != base()) {
        cells.add(Units.ratio(Median.ratio(nanos, base)));
      }
    }
    return cells;
  }

  private int base() {
    return settings.sizes().get(0);
  }

  private OptionalDouble nanos(DatabaseKind database, int tasks, int keys, Question question) {
    return Median.of(
        figures.stream()
            .filter(figure -> figure.database() == database)
            .filter(figure -> figure.tasks() == tasks)
            .filter(figure -> figure.keys() == keys)
            .filter(figure -> figure.question() == question)
            .mapToDouble(Figure::nanos));
  }

  private void databases(StringBuilder text, DatabaseKind database) {
    Markdown.row(
        text, List.of("tasks", "users", "size", "all rows", "filled in", "rows per second"));
    text.append("|---:|---:|---:|---:|---:|---:|\n");
    databases.stream()
        .filter(filled -> filled.target().kind() == database)
        .forEach(filled -> Markdown.row(text, cells(filled)));
  }

  private static List<String> cells(Filled filled) {
    Optional<FillingTime> time = filled.time();
    return List.of(
        count(filled.data().tasks()),
        count(filled.data().users()),
        Units.size(OptionalDouble.of((double) filled.bytes())),
        time.map(filling -> count(filling.rows())).orElse(Units.NOTHING),
        Units.time(
            time.map(filling -> OptionalDouble.of(filling.seconds() * 1e9))
                .orElse(OptionalDouble.empty())),
        time.map(filling -> count(filling.rowsPerSecond())).orElse(Units.NOTHING));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}

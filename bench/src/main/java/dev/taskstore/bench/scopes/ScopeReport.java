package dev.taskstore.bench.scopes;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.Median;
import dev.taskstore.bench.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The tables of the report. */
final class ScopeReport {

  private final List<ScopeFigure> figures;

  ScopeReport(List<ScopeFigure> figures) {
    this.figures = figures;
  }

  /** Returns one table for each database. */
  String tables(Map<String, String> conditions, List<DatabaseKind> databases) {
    StringBuilder text = Markdown.section(conditions);
    for (DatabaseKind database : databases) {
      text.append("\n### Scopes on ").append(database.title()).append("\n\n");
      table(text, database);
    }
    return text.append('\n').toString();
  }

  private void table(StringBuilder text, DatabaseKind database) {
    List<Access> accesses = Access.of(database);
    List<String> titles = new ArrayList<>(List.of("workload", "transaction"));
    for (Access access : accesses) {
      titles.add(access.title());
      if (access != Access.STORE) {
        titles.add("ratio");
      }
    }
    Markdown.row(text, titles);
    text.append("|---|---").append("|---:".repeat(titles.size() - 2)).append("|\n");
    for (boolean inTransaction : new boolean[] {false, true}) {
      for (Request request : Request.values()) {
        List<String> cells =
            new ArrayList<>(List.of(request.id(), inTransaction ? "part of one" : "its own"));
        for (Access access : accesses) {
          List<ScopeFigure> own = of(database, request, inTransaction, access).toList();
          cells.add(Units.time(Median.of(own.stream().mapToDouble(ScopeFigure::nanos))));
          if (access != Access.STORE) {
            cells.add(Units.ratio(ratio(own)));
          }
        }
        Markdown.row(text, cells);
      }
    }
  }

  /** Returns the median of the ratios of each round, so that slow rounds have no greater weight. */
  private OptionalDouble ratio(List<ScopeFigure> own) {
    return Median.of(
        own.stream()
            .flatMapToDouble(
                figure ->
                    of(figure.database(), figure.request(), figure.inTransaction(), Access.STORE)
                        .filter(base -> base.round() == figure.round())
                        .flatMapToDouble(base -> DoubleStream.of(figure.nanos() / base.nanos()))));
  }

  private Stream<ScopeFigure> of(
      DatabaseKind database, Request request, boolean inTransaction, Access access) {
    return figures.stream()
        .filter(
            figure ->
                figure.database() == database
                    && figure.request() == request
                    && figure.inTransaction() == inTransaction
                    && figure.access() == access);
  }
}

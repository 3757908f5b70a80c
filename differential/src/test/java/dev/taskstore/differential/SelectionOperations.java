package dev.taskstore.differential;

import dev.taskstore.db.Selection;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.differential.model.ModelFailure;
import dev.taskstore.differential.model.ModelOrder;
import dev.taskstore.differential.model.ModelTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.SortField;

/** The operations on selections with custom conditions. */
final class SelectionOperations<M, D, L, C extends Changes<C>> {

  private record Chosen<M>(Filter<M> filter, List<Sorting<M>> order) {}

  private final Form<M, D, L, C> form;
  private final List<Column<M, ?>> columns;

  SelectionOperations(Form<M, D, L, C> form, List<Column<M, ?>> columns) {
    this.form = form;
    this.columns = columns;
  }

  void addTo(Catalogue catalogue) {
    catalogue.add(4, this::list);
    catalogue.add(2, this::listSome);
    catalogue.add(
        1, draw -> call("first", draw, Selection::first, all -> all.stream().findFirst()));
    catalogue.add(1, draw -> count(draw, "count", Selection::count, all -> (long) all.size()));
    catalogue.add(1, draw -> count(draw, "exists", Selection::exists, all -> !all.isEmpty()));
    catalogue.add(2, this::countBy);
    catalogue.add(1, draw -> extreme(draw, "min", false));
    catalogue.add(1, draw -> extreme(draw, "max", true));
    catalogue.add(1, this::sum);
    catalogue.add(1, this::average);
    catalogue.add(1, this::stream);
    catalogue.add(1, this::deleteWhileStreaming);
  }

  private Chosen<M> choose(Draw draw) {
    return new Chosen<>(
        Filter.draw(draw, columns, 2), draw.list(2, each -> Sorting.draw(each, columns)));
  }

  private Selection<M> selection(LibrarySide side, Chosen<M> chosen) {
    Selection<M> selection = form.repository(side.session()).where(chosen.filter().condition());
    return chosen.order().isEmpty()
        ? selection
        : selection.orderBy(
            chosen.order().stream().map(Sorting::sortField).toArray(SortField<?>[]::new));
  }

  private List<M> matches(ModelSide side, Chosen<M> chosen) {
    ModelTable<M, D> table = form.table(side.store());
    return table.read(
        rows -> {
          chosen.filter().check();
          chosen.order().forEach(Sorting::check);
          ModelOrder<M> order =
              new ModelOrder<>("", chosen.order().stream().map(Sorting::modelKey).toList(), false);
          return order.sorted(rows.stream().filter(chosen.filter()::accepts).toList());
        });
  }

  private Operation call(
      String name,
      Draw draw,
      Function<Selection<M>, Object> onLibrary,
      Function<List<M>, Object> onModel) {
    return call(name, choose(draw), onLibrary, onModel);
  }

  private Operation call(
      String name,
      Chosen<M> chosen,
      Function<Selection<M>, Object> onLibrary,
      Function<List<M>, Object> onModel) {
    return Operation.of(
        form.name() + ".where." + name,
        List.of(chosen),
        side -> onLibrary.apply(selection(side, chosen)),
        side -> onModel.apply(matches(side, chosen)));
  }

  /** Draws a call that ignores the order, and does not validate its values. */
  private Operation count(
      Draw draw,
      String name,
      Function<Selection<M>, Object> onLibrary,
      Function<List<M>, Object> onModel) {
    Chosen<M> chosen = new Chosen<>(Filter.draw(draw, columns, 2), List.of());
    return call(name, chosen, onLibrary, onModel);
  }

  private Operation countBy(Draw draw) {
    Column<M, ?> column = draw.pick(columns);
    Chosen<M> sorted = sortedBy(draw, column, false);
    return Operation.of(
        form.name() + ".where.countBy",
        List.of(sorted.filter(), column),
        side -> Operation.entries(selection(side, sorted).countBy(column.field())),
        side -> {
          Map<Object, Long> counts = new LinkedHashMap<>();
          matches(side, sorted).forEach(row -> counts.merge(present(column, row), 1L, Long::sum));
          List<Object> entries = new ArrayList<>();
          counts.forEach(
              (value, count) ->
                  entries.add(new SimpleEntry<>(((Optional<?>) value).orElse(null), count)));
          return entries;
        });
  }

  private Operation extreme(Draw draw, String name, boolean isGreatest) {
    Column<M, ?> column = draw.pick(columns);
    Chosen<M> sorted = sortedBy(draw, column, isGreatest);
    return Operation.of(
        form.name() + ".where." + name,
        List.of(sorted.filter(), column),
        side -> {
          Selection<M> selection = selection(side, sorted);
          return isGreatest ? selection.max(column.field()) : selection.min(column.field());
        },
        side ->
            matches(side, sorted).stream()
                .map(row -> present(column, row))
                .flatMap(Optional::stream)
                .findFirst());
  }

  private Operation sum(Draw draw) {
    Column<M, ? extends Number> column = draw.pick(Column.numbers(columns));
    Chosen<M> chosen = new Chosen<>(Filter.draw(draw, columns, 2), List.of());
    return Operation.of(
        form.name() + ".where.sum",
        List.of(chosen, column),
        side -> selection(side, chosen).sum(column.field()),
        side ->
            numbers(column, matches(side, chosen)).map(BigDecimal::new).reduce(BigDecimal::add));
  }

  private Operation average(Draw draw) {
    Column<M, ? extends Number> column = draw.pick(Column.numbers(columns));
    Chosen<M> chosen = new Chosen<>(Filter.draw(draw, columns, 2), List.of());
    int scale = draw.rarely() ? -1 : draw.between(0, 3);
    return Operation.of(
        form.name() + ".where.average",
        List.of(chosen, column, scale),
        side -> selection(side, chosen).average(column.field(), scale),
        side -> {
          if (scale < 0) {
            throw ModelFailure.refused();
          }
          List<String> values = numbers(column, matches(side, chosen)).toList();
          return values.stream()
              .map(BigDecimal::new)
              .reduce(BigDecimal::add)
              .map(
                  sum ->
                      sum.divide(BigDecimal.valueOf(values.size()), scale, RoundingMode.HALF_UP));
        });
  }

  private static <M> Stream<String> numbers(Column<M, ? extends Number> column, List<M> rows) {
    return rows.stream()
        .map(row -> column.property().apply(row))
        .filter(Objects::nonNull)
        .map(Object::toString);
  }

  private Chosen<M> sortedBy(Draw draw, Column<M, ?> column, boolean isDescending) {
    return new Chosen<>(
        Filter.draw(draw, columns, 2),
        List.of(
            new Sorting<>(new Sorting.ColumnKey<>(column), isDescending, Sorting.Nulls.UNSAID)));
  }

  /** Returns the value of a column in an entity; empty if it is null. */
  private static <M> Optional<?> present(Column<M, ?> column, M row) {
    return Optional.ofNullable(column.property().apply(row));
  }

  private Operation list(Draw draw) {
    return call("list", draw, Selection::list, all -> all);
  }

  private Operation listSome(Draw draw) {
    Chosen<M> chosen = choose(draw);
    int limit = draw.chance(95) ? draw.between(1, 4) : draw.between(-1, 0);
    return Operation.of(
        form.name() + ".where.list",
        List.of(chosen, limit),
        side -> selection(side, chosen).list(limit),
        side -> {
          if (limit < 1) {
            throw ModelFailure.refused();
          }
          return matches(side, chosen).stream().limit(limit).toList();
        });
  }

  private Operation stream(Draw draw) {
    return call("stream", draw, SelectionOperations::drain, all -> all);
  }

  private static <M> List<M> drain(Selection<M> selection) {
    try (Stream<M> rows = selection.stream()) {
      return rows.toList();
    }
  }

  /** A stream reads the rows that existed when it was opened. */
  private Operation deleteWhileStreaming(Draw draw) {
    Chosen<M> chosen = choose(draw);
    return Operation.of(
        form.name() + ".where.stream.deleteAllById",
        List.of(chosen),
        side -> {
          List<UUID> seen = new ArrayList<>();
          try (Stream<M> rows = selection(side, chosen).stream()) {
            rows.map(form::idOf)
                .forEach(
                    id -> {
                      seen.add(id);
                      form.repository(side.session()).deleteAllById(List.of(id));
                    });
          }
          return seen;
        },
        side ->
            matches(side, chosen).stream()
                .map(form::idOf)
                .peek(id -> form.table(side.store()).deleteAllById(List.of(id)))
                .toList());
  }
}

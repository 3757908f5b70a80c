package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.statement.BoundStatement;
import dev.taskstore.db.internal.statement.KeysetStatements;
import dev.taskstore.db.internal.statement.KeysetTemplate;
import dev.taskstore.db.internal.statement.PagePosition;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.internal.value.RowBinder;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.mapping.TableMapping;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads pages of a table's entities by keyset. */
final class KeysetPager<M> {

  private record Placed<M>(M entity, List<@Nullable Object> place) {}

  private final OpenDatabase database;
  private final TableMapping<M, ?> mapping;
  private final KeysetStatements statements;

  KeysetPager(OpenDatabase database, TableMapping<M, ?> mapping, KeysetStatements statements) {
    this.database = database;
    this.mapping = mapping;
    this.statements = statements;
  }

  /** Reads a page of a constant query. */
  Page<M> page(KeysetOrder order, PageRequest request, @Nullable Object... arguments) {
    List<@Nullable Object> cursor = cursor(order, request);
    PagePosition position = position(request);
    int rows = rows(request);
    if (statements.isLiteral(request.size())) {
      KeysetTemplate template = statements.page(position, cursor, rows);
      return read(template.sql(), template.arguments(cursor, arguments), order, request);
    }
    KeysetTemplate template = statements.page(position, cursor);
    @Nullable Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = (long) rows;
    return read(template.sql(), template.arguments(cursor, all), order, request);
  }

  /** Reads a page of a query that is made for this call. */
  Page<M> pageOnce(KeysetOrder order, PageRequest request) {
    List<@Nullable Object> cursor = cursor(order, request);
    database.ensureMayRun();
    BoundStatement bound = statements.pageOnce(position(request), cursor, rows(request));
    return read(bound.template(), bound.binder(), order, request);
  }

  /** One row more than the page has shows whether there is another page. */
  private static int rows(PageRequest request) {
    return request.size() + 1;
  }

  private static PagePosition position(PageRequest request) {
    return PagePosition.of(request.isBackward(), request.cursor() != null);
  }

  /** The stored values of the request's cursor. */
  private static List<@Nullable Object> cursor(KeysetOrder order, PageRequest request) {
    Cursor cursor = request.cursor();
    if (cursor == null) {
      return List.of();
    }
    List<@Nullable Object> values = cursor.values();
    boolean fits = cursor.order() == order.fingerprint() && values.size() == order.types().size();
    for (int i = 0; fits && i < values.size(); i++) {
      fits = order.accepts(i, values.get(i));
    }
    if (!fits) {
      throw new InvalidArgumentException(
          "The page request belongs to a list with another order. Start again with its first page.",
          FailureContext.NONE);
    }
    return values;
  }

  private Page<M> read(
      SqlTemplate template, RowBinder binder, KeysetOrder order, PageRequest request) {
    List<Integer> columns = statements.sortColumns();
    int fingerprint = order.fingerprint();
    if (statements.isSortedByTable()) {
      List<M> rows = database.read(connection -> template.fetch(connection, binder, mapping::read));
      return cut(rows, Function.identity(), entity -> place(entity, columns), fingerprint, request);
    }
    List<Codec<?, Object>> types = order.types();
    List<Placed<M>> rows =
        database.read(
            connection ->
                template.fetch(
                    connection,
                    binder,
                    row -> new Placed<>(mapping.read(row), place(row, columns, types))));
    return cut(rows, Placed::entity, Placed::place, fingerprint, request);
  }

  /** The cursor at an entity, when the order has only columns of its table. */
  private List<@Nullable Object> place(M entity, List<Integer> columns) {
    List<@Nullable Object> row =
        RecordingRowWriter.valuesOf(writer -> mapping.write(entity, writer));
    List<@Nullable Object> place = new ArrayList<>(columns.size());
    for (int column : columns) {
      place.add(row.get(column - 1));
    }
    return place;
  }

  private static List<@Nullable Object> place(
      RowReader row, List<Integer> columns, List<Codec<?, Object>> types) throws SQLException {
    List<@Nullable Object> place = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      place.add(types.get(i).readStored(row, columns.get(i)));
    }
    return place;
  }

  private static <R, M> Page<M> cut(
      List<R> rows,
      Function<R, M> entity,
      Function<R, List<@Nullable Object>> place,
      int order,
      PageRequest request) {
    int size = request.size();
    boolean backward = request.isBackward();
    boolean hasCursor = request.cursor() != null;
    boolean more = rows.size() > size;
    if (rows.isEmpty()) {
      return new Page<>(
          List.of(),
          backward && hasCursor ? Optional.of(PageRequest.first(size)) : Optional.empty(),
          !backward && hasCursor ? Optional.of(PageRequest.last(size)) : Optional.empty());
    }
    List<R> shown = new ArrayList<>(more ? rows.subList(0, size) : rows);
    if (backward) {
      Collections.reverse(shown);
    }
    Cursor first = new Cursor(order, place.apply(shown.get(0)));
    Cursor last = new Cursor(order, place.apply(shown.get(shown.size() - 1)));
    return new Page<>(
        shown.stream().map(entity).toList(),
        (backward ? hasCursor : more)
            ? Optional.of(PageRequest.after(size, last))
            : Optional.empty(),
        (backward ? more : hasCursor)
            ? Optional.of(PageRequest.before(size, first))
            : Optional.empty());
  }
}

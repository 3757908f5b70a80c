package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.internal.statement.BoundStatement;
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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads pages of a table's entities by keyset. */
final class KeysetPager<M> {

  private enum Variant {
    FIRST(false, false),
    AFTER(false, true),
    LAST(true, false),
    BEFORE(true, true);

    final boolean backward;
    final boolean hasCursor;

    Variant(boolean backward, boolean hasCursor) {
      this.backward = backward;
      this.hasCursor = hasCursor;
    }

    static Variant of(PageRequest request) {
      if (request.isBackward()) {
        return request.cursor() == null ? LAST : BEFORE;
      }
      return request.cursor() == null ? FIRST : AFTER;
    }
  }

  private record Placed<M>(M entity, List<Object> place) {}

  private record Key(KeysetQuery query, Variant variant, long rows) {}

  private final Engine engine;
  private final TableMapping<M, ?> mapping;

  KeysetPager(Engine engine, TableMapping<M, ?> mapping) {
    this.engine = engine;
    this.mapping = mapping;
  }

  /** Reads a page of a constant query. */
  Page<M> page(KeysetQuery query, PageRequest request, @Nullable Object... arguments) {
    List<Codec<?, Object>> types = query.order().types();
    List<Object> position = position(query, request, types);
    Variant variant = Variant.of(request);
    long rows = request.size() + 1L;
    boolean literal = engine.pageSizes().isLiteral(request.size());
    SqlTemplate template =
        engine.template(
            new Key(query, variant, literal ? rows : 0),
            dsl ->
                select(
                    dsl, query, variant, nulls(query), literal ? DSL.inline(rows) : DSL.val(rows)));
    List<@Nullable Object> all = new ArrayList<>(position);
    all.addAll(Arrays.asList(arguments));
    if (!literal) {
      all.add(rows);
    }
    return read(template, template.arguments(all.toArray()), query, request, types);
  }

  /** Reads a page of a query that was made for this call. */
  Page<M> pageOnce(KeysetQuery query, PageRequest request) {
    List<Codec<?, Object>> types = query.order().types();
    List<Object> position = position(query, request, types);
    BoundStatement bound =
        engine.bind(
            select(
                engine.dsl(), query, Variant.of(request), position, DSL.val(request.size() + 1L)));
    return read(bound.template(), bound.binder(), query, request, types);
  }

  private static List<@Nullable Object> nulls(KeysetQuery query) {
    return Collections.nCopies(query.order().fields().size(), null);
  }

  private static List<Object> position(
      KeysetQuery query, PageRequest request, List<Codec<?, Object>> types) {
    Cursor cursor = request.cursor();
    if (cursor == null) {
      return List.of();
    }
    List<Object> position = new ArrayList<>();
    boolean fits =
        cursor.order() == query.order().fingerprint() && cursor.values().size() == types.size();
    for (int i = 0; fits && i < types.size(); i++) {
      Object value = cursor.values().get(i);
      fits = types.get(i).accepts(value);
      if (fits) {
        position.add(types.get(i).fromStored(value));
      }
    }
    if (!fits) {
      throw new InvalidArgumentException(
          "The page request belongs to a list with another order. Start again with its first page.",
          FailureContext.NONE);
    }
    return position;
  }

  /** Asks for one row more than the page holds, to know whether there is another page. */
  private Select<?> select(
      DSLContext dsl,
      KeysetQuery query,
      Variant variant,
      List<? extends @Nullable Object> position,
      Param<Long> limit) {
    Condition beyond =
        variant.hasCursor ? query.order().beyond(position, variant.backward) : DSL.noCondition();
    return new KeysetSelect(query, beyond, variant.backward, limit)
        .of(dsl, engine.dialect(), mapping);
  }

  private Page<M> read(
      SqlTemplate template,
      RowBinder binder,
      KeysetQuery query,
      PageRequest request,
      List<Codec<?, Object>> types) {
    int[] positions = positions(query);
    int order = query.order().fingerprint();
    if (Arrays.stream(positions).allMatch(position -> position <= mapping.columns().size())) {
      List<M> rows = engine.read(connection -> template.fetch(connection, binder, mapping::read));
      return cut(rows, Function.identity(), entity -> place(entity, positions), order, request);
    }
    List<Placed<M>> rows =
        engine.read(
            connection ->
                template.fetch(
                    connection,
                    binder,
                    row -> new Placed<>(mapping.read(row), place(row, positions, types))));
    return cut(rows, Placed::entity, Placed::place, order, request);
  }

  /** An entity knows its place when the order is by its own columns. */
  private List<Object> place(M entity, int[] positions) {
    List<@Nullable Object> row =
        RecordingRowWriter.valuesOf(writer -> mapping.write(entity, writer));
    List<Object> place = new ArrayList<>(positions.length);
    for (int position : positions) {
      place.add(placed(row.get(position - 1)));
    }
    return place;
  }

  private static List<Object> place(RowReader row, int[] positions, List<Codec<?, Object>> types)
      throws SQLException {
    List<Object> place = new ArrayList<>(positions.length);
    for (int i = 0; i < positions.length; i++) {
      place.add(placed(types.get(i).readStored(row, positions[i])));
    }
    return place;
  }

  private static Object placed(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("A column of a keyset order is null; exclude such rows.");
    }
    return value;
  }

  /** The columns of the result that hold the order's values. */
  private int[] positions(KeysetQuery query) {
    List<Field<?>> fields = KeysetSelect.fields(mapping, query);
    return query.order().fields().stream().mapToInt(field -> fields.indexOf(field) + 1).toArray();
  }

  private static <R, M> Page<M> cut(
      List<R> rows,
      Function<R, M> entity,
      Function<R, List<Object>> place,
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

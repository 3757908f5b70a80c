package dev.taskstore.db.internal.rows;

import dev.taskstore.db.Parameter;
import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.TableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.RowN;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads or deletes rows by lists of keys. The lists are cut into pieces and padded to powers of two
 * by repeating their last key, so that a handful of texts serves lists of all lengths.
 */
public final class KeySelect<M> {

  /** A key: the values of its columns, as the database has them. */
  public record Key(List<?> values) {

    /** The key of a single column, from a value as it is in Java. */
    public static Key of(TableField<?, ?> column, Object value) {
      Objects.requireNonNull(value, column.getName());
      return new Key(Collections.singletonList(Codec.of(column.getDataType()).toStored(value)));
    }
  }

  private record SelectKey(Object mapping, List<?> columns, int size) {}

  private record DeleteKey(Object mapping, List<?> columns, int size) {}

  private static final int MAXIMUM_KEYS = 512;

  /** With fewer keys it does not matter how they are looked for. */
  private static final int FEWEST_JOINED = 32;

  private static final String KEYS = "keys";

  private final Engine engine;
  private final TableMapping<M, ?> mapping;
  private final List<TableField<?, ?>> columns;

  /** Creates the selection by some unique columns. */
  public KeySelect(Engine engine, TableMapping<M, ?> mapping, List<TableField<?, ?>> columns) {
    this.engine = engine;
    this.mapping = mapping;
    this.columns = columns;
  }

  /** Reads the rows with the keys, in the keys' order; keys without a row are left out. */
  public List<M> fetch(Collection<Key> keys) {
    return keys.isEmpty() ? List.of() : engine.read(connection -> fetch(connection, keys));
  }

  /** As {@link #fetch(Collection)}, on a connection. */
  public List<M> fetch(Connection connection, Collection<Key> keys) throws SQLException {
    Map<Key, M> found = new LinkedHashMap<>();
    for (List<Key> piece : pieces(keys)) {
      SqlTemplate template =
          engine.template(
              new SelectKey(mapping, columns, piece.size()), dsl -> select(dsl, piece.size()));
      template
          .fetch(connection, template.storedArguments(arguments(piece)), mapping::read)
          .forEach(entity -> found.put(keyOf(entity), entity));
    }
    List<M> result = new ArrayList<>();
    for (Key key : new LinkedHashSet<>(keys)) {
      M entity = found.get(key);
      if (entity != null) {
        result.add(entity);
      }
    }
    return result;
  }

  private Query select(DSLContext dsl, int size) {
    var from = dsl.select(mapping.columns()).from(mapping.table());
    if (size < FEWEST_JOINED || !engine.dialect().joinsKeys()) {
      return from.where(in(columns, size));
    }
    Table<?> keys = DSL.values(rows(columns, KeySelect::typed, size)).as(KEYS, names());
    return from.join(keys).on(DSL.and(columns.stream().map(KeySelect::equalsKey).toList()));
  }

  private String[] names() {
    return columns.stream().map(Field::getName).toArray(String[]::new);
  }

  private static <T> Condition equalsKey(TableField<?, T> column) {
    return column.eq(DSL.field(DSL.name(KEYS, column.getName()), column.getDataType()));
  }

  /** A parameter in a list of values has no column beside it that would tell its type. */
  private static Field<?> typed(Field<?> column) {
    return DSL.cast(Parameter.of(column), column.getDataType().getSQLDataType());
  }

  /** Deletes the rows with the keys and tells how many there were. */
  public int delete(Connection connection, Collection<Key> keys) throws SQLException {
    int deleted = 0;
    for (List<Key> piece : pieces(keys)) {
      SqlTemplate template =
          engine.template(
              new DeleteKey(mapping, columns, piece.size()),
              dsl -> dsl.deleteFrom(mapping.table()).where(in(columns, piece.size())));
      deleted += template.execute(connection, template.storedArguments(arguments(piece)));
    }
    return deleted;
  }

  /** The key of an entity, as the database has it. */
  public Key keyOf(M entity) {
    List<@Nullable Object> row =
        RecordingRowWriter.valuesOf(writer -> mapping.write(entity, writer));
    List<@Nullable Object> values = new ArrayList<>();
    for (TableField<?, ?> column : columns) {
      values.add(row.get(mapping.columns().indexOf(column)));
    }
    return new Key(values);
  }

  private List<List<Key>> pieces(Collection<Key> keys) {
    int limit =
        Math.min(
            MAXIMUM_KEYS,
            Integer.highestOneBit(engine.dialect().maximumParameters() / columns.size()));
    return pieces(new ArrayList<>(new LinkedHashSet<>(keys)), limit);
  }

  /** Cuts a list into pieces of at most the limit, each padded to a power of two. */
  static <T> List<List<T>> pieces(List<T> all, int limit) {
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += limit) {
      List<T> piece = new ArrayList<>(all.subList(from, Math.min(all.size(), from + limit)));
      int size = Integer.highestOneBit(piece.size());
      size = size < piece.size() ? size * 2 : size;
      while (piece.size() < size) {
        piece.add(piece.get(piece.size() - 1));
      }
      pieces.add(piece);
    }
    return pieces;
  }

  private static @Nullable Object[] arguments(List<Key> keys) {
    return keys.stream().flatMap(key -> key.values().stream()).toArray();
  }

  /** The condition that the columns equal one of a number of parameters. */
  static Condition in(List<? extends Field<?>> columns, int size) {
    if (columns.size() == 1) {
      return in(columns.get(0), size);
    }
    return DSL.row(columns).in(rows(columns, Parameter::of, size));
  }

  private static RowN[] rows(
      List<? extends Field<?>> columns, Function<Field<?>, Field<?>> parameter, int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> DSL.row(columns.stream().map(parameter).toList()))
        .toArray(RowN[]::new);
  }

  private static <T> Condition in(Field<T> column, int size) {
    List<Field<T>> parameters = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      parameters.add(Parameter.of(column));
    }
    return column.in(parameters);
  }
}

package dev.taskstore.transfer.engine;

import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.transfer.rows.RowCodec;
import dev.taskstore.transfer.rows.TableShape;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads, deletes and finds the rows of a table by their primary keys. */
final class KeyedTable {

  /** Bounds the depth of a condition, which SQLite limits to 1,000. */
  private static final int KEYS_AT_A_TIME = 200;

  private static final int DELETES_AT_A_TIME = 1_000;

  private final TableShape table;
  private final TableShape keys;
  private final RowCodec keyCodec;

  KeyedTable(TableShape table) {
    this.table = table;
    this.keys = table.withColumns(table.keyColumns());
    this.keyCodec = new RowCodec(keys);
  }

  /** Receives rows. */
  @FunctionalInterface
  interface RowConsumer {
    void accept(@Nullable Object[] row) throws SQLException;
  }

  /** Passes on the rows that have one of the keys. */
  void read(Access access, List<@Nullable Object[]> wanted, RowConsumer rows) throws SQLException {
    for (int from = 0; from < wanted.size(); from += KEYS_AT_A_TIME) {
      List<@Nullable Object[]> part =
          wanted.subList(from, Math.min(wanted.size(), from + KEYS_AT_A_TIME));
      try (Rows reader = access.read(table, isIn(part))) {
        @Nullable Object[] row;
        while ((row = reader.next()) != null) {
          rows.accept(row);
        }
      }
    }
  }

  private Condition isIn(List<@Nullable Object[]> wanted) {
    List<Field<?>> fields = table.keyFields();
    if (fields.size() == 1) {
      return in(fields.get(0), wanted);
    }
    return DSL.or(wanted.stream().map(key -> isKey(fields, key)).toList());
  }

  @SuppressWarnings("unchecked") // The values are of the column's type.
  private static Condition in(Field<?> field, List<@Nullable Object[]> wanted) {
    return ((Field<Object>) field).in(wanted.stream().map(key -> key[0]).toList());
  }

  private static Condition isKey(List<Field<?>> fields, @Nullable Object[] key) {
    Condition all = DSL.noCondition();
    for (int i = 0; i < fields.size(); i++) {
      all = all.and(equal(fields.get(i), key[i]));
    }
    return all;
  }

  @SuppressWarnings("unchecked") // The value is of the column's type.
  private static Condition equal(Field<?> field, @Nullable Object value) {
    return ((Field<Object>) field).eq(value);
  }

  /** The condition that is true for the rows behind a key, in the order of the keys. */
  Condition isBehind(@Nullable Object[] key) {
    List<Field<?>> fields = table.keyFields();
    List<Field<?>> values = new ArrayList<>();
    for (int i = 0; i < key.length; i++) {
      values.add(DSL.val(key[i], fields.get(i)));
    }
    return fields.size() == 1
        ? greater(fields.get(0), values.get(0))
        : DSL.row(fields).gt(DSL.row(values));
  }

  @SuppressWarnings("unchecked") // The value is of the column's type.
  private static Condition greater(Field<?> field, Field<?> value) {
    return ((Field<Object>) field).gt((Field<Object>) value);
  }

  /** Deletes the rows that have one of the keys. */
  void delete(Access access, List<@Nullable Object[]> unwanted) throws SQLException {
    String sql =
        "DELETE FROM "
            + access.name(table)
            + " WHERE "
            + keys.fields().stream()
                .map(field -> access.dsl().render(field) + " = ?")
                .collect(Collectors.joining(" AND "));
    try (PreparedStatement statement = access.connection().prepareStatement(sql)) {
      int batched = 0;
      for (@Nullable Object[] key : unwanted) {
        keyCodec.write(key, RowWriter.toParameters(statement, access.dialect().valueStorage()));
        statement.addBatch();
        if (++batched == DELETES_AT_A_TIME) {
          statement.executeBatch();
          batched = 0;
        }
      }
      if (batched > 0) {
        statement.executeBatch();
      }
    }
  }

  /** Inserts the rows of a source that have one of the keys. */
  void insert(Access source, Access target, List<@Nullable Object[]> wanted) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    long[] bytes = {0};
    read(
        source,
        wanted,
        row -> {
          rows.add(row);
          bytes[0] += RowCodec.size(row);
          if (rows.size() == DELETES_AT_A_TIME || bytes[0] > TableCopy.BUFFERED_BYTES) {
            target.loader(table).load(target.connection(), rows.iterator());
            rows.clear();
            bytes[0] = 0;
          }
        });
    if (!rows.isEmpty()) {
      target.loader(table).load(target.connection(), rows.iterator());
    }
  }

  /** Returns a key as text, for the ledger. */
  String encode(@Nullable Object[] key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      keyCodec.encode(key, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("A buffer in memory rejects no bytes", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** A key with an equality of values, for sets. */
  record Key(List<@Nullable Object> values) {

    static Key of(@Nullable Object[] values) {
      return new Key(Arrays.asList(values));
    }

    @Nullable Object[] toArray() {
      return values.toArray();
    }
  }
}

package dev.taskstore.transfer.rows;

import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.spi.BulkLoader;
import dev.taskstore.db.spi.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Loads rows into a table: with the protocol of the database, or in batches. Keys, versions and
 * times are written as they are. Immutable and thread-safe.
 */
public final class TableLoader {

  private static final int BATCH_SIZE = 1_000;
  private static final long BATCH_BYTES = 8L * 1024 * 1024;

  private final DSLContext dsl;
  private final Dialect dialect;
  private final TableShape table;
  private final RowCodec codec;

  /**
   * Creates a loader.
   *
   * @param dsl renders SQL for the database
   * @param dialect the dialect of the database
   * @param table the table
   */
  public TableLoader(DSLContext dsl, Dialect dialect, TableShape table) {
    this.dsl = dsl;
    this.dialect = dialect;
    this.table = table;
    this.codec = new RowCodec(table);
  }

  /**
   * Loads rows in the current transaction of a connection.
   *
   * @param connection a connection with an active transaction
   * @param rows the rows; one at a time is read
   * @return the number of rows
   * @throws SQLException if the database rejects a row; the caller rolls back
   */
  public long load(Connection connection, Iterator<@Nullable Object[]> rows) throws SQLException {
    Optional<BulkLoader> loader = dialect.bulkLoader();
    if (loader.isPresent()) {
      List<String> columns = table.fields().stream().map(dsl::render).toList();
      Optional<BulkLoader.TableLoad> load =
          loader.get().prepare(connection, dsl.render(table.table()), columns);
      if (load.isPresent()) {
        return load.get().load(connection, bulkRows(rows));
      }
    }
    return insert(connection, rows);
  }

  private Iterator<BulkLoader.Row> bulkRows(Iterator<@Nullable Object[]> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public BulkLoader.Row next() {
        @Nullable Object[] row = rows.next();
        return writer -> codec.write(row, writer);
      }
    };
  }

  private long insert(Connection connection, Iterator<@Nullable Object[]> rows)
      throws SQLException {
    long loaded = 0;
    try (PreparedStatement statement = connection.prepareStatement(insertSql())) {
      int batched = 0;
      long bytes = 0;
      while (rows.hasNext()) {
        @Nullable Object[] row = rows.next();
        codec.write(row, RowWriter.toParameters(statement, dialect.valueStorage()));
        statement.addBatch();
        loaded++;
        bytes += RowCodec.size(row);
        if (++batched == BATCH_SIZE || bytes > BATCH_BYTES) {
          statement.executeBatch();
          batched = 0;
          bytes = 0;
        }
      }
      if (batched > 0) {
        statement.executeBatch();
      }
    }
    return loaded;
  }

  private String insertSql() {
    List<Field<?>> fields = table.fields();
    return "INSERT INTO "
        + dsl.render(table.table())
        + " ("
        + String.join(", ", fields.stream().map(dsl::render).toList())
        + ") VALUES ("
        + String.join(", ", Collections.nCopies(fields.size(), "?"))
        + ")";
  }
}

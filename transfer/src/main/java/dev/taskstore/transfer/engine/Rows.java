package dev.taskstore.transfer.engine;

import dev.taskstore.transfer.rows.RowCodec;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableReader;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table. Failures are translated by the database that the rows come from, because
 * they are often read in a transaction of another one.
 */
final class Rows implements AutoCloseable {

  private final Access access;
  private final TableReader reader;

  Rows(Access access, TableReader reader) {
    this.access = access;
    this.reader = reader;
  }

  /** Returns the next row, or null after the last one. */
  @Nullable Object @Nullable [] next() {
    try {
      return reader.next();
    } catch (SQLException e) {
      throw access.translate(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (SQLException e) {
      throw access.translate(e);
    }
  }

  /** Returns the digest of all rows of a table. */
  static RowDigest digest(Access access, TableShape table, Runnable afterEachRow) {
    Optional<RowDigest> ofBytes = access.digest(table, afterEachRow);
    if (ofBytes.isPresent()) {
      return ofBytes.get();
    }
    RowDigest digest = new RowDigest(new RowCodec(table));
    try (Rows rows = access.read(table)) {
      @Nullable Object[] row;
      while ((row = rows.next()) != null) {
        digest.add(row);
        afterEachRow.run();
      }
    }
    return digest;
  }
}

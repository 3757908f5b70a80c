package dev.taskstore.testdata.load;

import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.transfer.rows.TableLoader;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Loads rows of a table in the current transaction. Used by one thread. */
public final class RowLoader {

  private final DSLContext dsl;
  private final Dialect dialect;
  private final TableShape table;
  private final TableLoader loader;

  /**
   * Creates a loader.
   *
   * @param dsl jOOQ in a transaction
   * @param dialect the dialect of the database
   * @param table the table
   */
  public RowLoader(DSLContext dsl, Dialect dialect, TableShape table) {
    this.dsl = dsl;
    this.dialect = dialect;
    this.table = table;
    this.loader = new TableLoader(dsl, dialect, table);
  }

  /**
   * Loads rows.
   *
   * @param rows the rows, each with a value for every column
   * @return the number of rows
   * @throws DatabaseException if the database rejects a row
   */
  public long load(Iterator<@Nullable Object[]> rows) {
    if (!rows.hasNext()) {
      return 0;
    }
    // jOOQ reports the failed transaction of the connection instead of its cause.
    AtomicReference<@Nullable SQLException> cause = new AtomicReference<>();
    try {
      return dsl.connectionResult(connection -> load(connection, rows, cause));
    } catch (DataAccessException e) {
      SQLException rejection = cause.get();
      throw rejection == null ? e : failure(dialect.failures().classify(rejection));
    }
  }

  private long load(
      Connection connection,
      Iterator<@Nullable Object[]> rows,
      AtomicReference<@Nullable SQLException> cause)
      throws SQLException {
    try {
      return loader.load(connection, rows);
    } catch (SQLException e) {
      cause.set(e);
      throw e;
    }
  }

  /**
   * Makes the next identity greater than those of the rows.
   *
   * @throws DatabaseException if the database rejects the command
   */
  public void advanceIdentity() {
    String identity = table.identity();
    if (identity != null) {
      dsl.connection(
          connection -> dialect.transfer().advanceIdentity(connection, table.name(), identity));
    }
  }

  /** Without the driver's exception: its message may contain values of the row. */
  private DataAccessException failure(Classification found) {
    FailureContext context = new FailureContext(table.name(), found.columns(), found.constraint());
    return switch (found.kind()) {
      case UNIQUE ->
          new UniqueViolationException(
              "A generated row of "
                  + table.name()
                  + " has the key of an existing row. Use another seed, or load into empty tables.",
              context,
              null);
      case TRANSIENT ->
          new TransientFailureException(
              "The database is busy, or there was a deadlock or serialization failure. Load the"
                  + " rows again.",
              context,
              null);
      case STORAGE_FULL ->
          new StorageFullException(
              "The database has no space left. Free disk space, or raise the quota.",
              context,
              null);
      default ->
          new DatabaseException(
              "The database rejected a generated row of "
                  + table.name()
                  + (found.constraint() == null ? "" : ", constraint " + found.constraint())
                  + ". Compare its schema with the changelog: migrations().drift().",
              context,
              null);
    };
  }
}

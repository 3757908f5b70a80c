package dev.taskstore.transfer;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.transfer.engine.Preflight;
import dev.taskstore.transfer.report.PreflightReport;
import java.util.Objects;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Lists everything that prevents a {@link DatabaseCopy}, without changing a database: rows that the
 * target rejects or changes, tables and columns that are not in the changelog, different states of
 * the changelog, and a target that is not empty. Not thread-safe.
 */
public final class CopyPreflight {

  private static final int DEFAULT_LIMIT = 100;

  private final Schema schema;
  private @Nullable Database source;
  private @Nullable Database target;
  private int limit = DEFAULT_LIMIT;
  private boolean acceptsDrift;
  private boolean restarts;

  private CopyPreflight(Schema schema) {
    this.schema = schema;
  }

  /**
   * Returns a preflight for all tables of a schema.
   *
   * @param schema the generated schema
   * @return a new preflight with the default settings
   */
  public static CopyPreflight of(Schema schema) {
    return new CopyPreflight(Objects.requireNonNull(schema, "schema"));
  }

  /**
   * Sets the source.
   *
   * @param database the database whose rows would be copied
   * @return this
   */
  public CopyPreflight from(Database database) {
    source = Objects.requireNonNull(database, "database");
    return this;
  }

  /**
   * Sets the target. Without one, only the source is checked.
   *
   * @param database the database that would receive the rows
   * @return this
   */
  public CopyPreflight to(Database database) {
    target = Objects.requireNonNull(database, "database");
    return this;
  }

  /**
   * Sets the maximum number of rows to list.
   *
   * @param rows the number, at least 1; 100 by default
   * @return this
   * @throws InvalidArgumentException if the number is less than 1
   */
  public CopyPreflight limit(int rows) {
    if (rows < 1) {
      throw new InvalidArgumentException(
          "The limit must be at least 1, not " + rows + ".", FailureContext.NONE);
    }
    limit = rows;
    return this;
  }

  /**
   * Lists tables and columns that are not in the changelog as notes, as for {@link
   * DatabaseCopy#acceptDrift()}.
   *
   * @return this
   */
  public CopyPreflight acceptDrift() {
    acceptsDrift = true;
    return this;
  }

  /**
   * Accepts a target that holds rows of another copy, as for {@link DatabaseCopy#restart()}.
   *
   * @return this
   */
  public CopyPreflight restart() {
    restarts = true;
    return this;
  }

  /**
   * Checks both databases and all rows of the source.
   *
   * @return the findings, possibly none
   * @throws InvalidArgumentException if the source is not set
   * @throws dev.taskstore.db.exception.DatabaseException if a database reports a failure
   */
  public PreflightReport run() {
    return new Preflight(
            schema, DatabaseCopy.required(source, "from"), target, acceptsDrift, restarts)
        .run(limit);
  }
}

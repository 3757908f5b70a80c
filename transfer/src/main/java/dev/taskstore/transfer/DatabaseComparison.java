package dev.taskstore.transfer;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.transfer.engine.Comparison;
import dev.taskstore.transfer.report.ComparisonReport;
import dev.taskstore.transfer.rows.TableShape;
import java.util.Objects;
import org.jooq.Schema;

/**
 * Compares the rows of two databases, of the same or different kinds: numbers and SHA-256 of all
 * tables, and the keys of rows that differ. Reads each database in one snapshot, both at the same
 * time. The memory in use does not depend on the number of rows. Immutable and thread-safe.
 */
public final class DatabaseComparison {

  private static final int DEFAULT_LIMIT = 10;

  private final Schema schema;
  private final int limit;

  private DatabaseComparison(Schema schema, int limit) {
    this.schema = schema;
    this.limit = limit;
  }

  /**
   * Returns a comparison of all tables of a schema.
   *
   * @param schema the generated schema
   * @return a comparison that lists 10 rows of each table
   */
  public static DatabaseComparison of(Schema schema) {
    return new DatabaseComparison(Objects.requireNonNull(schema, "schema"), DEFAULT_LIMIT);
  }

  /**
   * Returns a comparison that lists another number of rows.
   *
   * @param rows the maximum number of rows that differ to list for each table, at least 0
   * @return the comparison
   * @throws InvalidArgumentException if the number is negative
   */
  public DatabaseComparison limit(int rows) {
    if (rows < 0) {
      throw new InvalidArgumentException(
          "The limit must be at least 0, not " + rows + ".", FailureContext.NONE);
    }
    return new DatabaseComparison(schema, rows);
  }

  /**
   * Compares two databases.
   *
   * @param first the first database
   * @param second the second database, another one than the first
   * @return the result
   * @throws InvalidArgumentException if both are the same object
   * @throws dev.taskstore.db.exception.InvalidRowException if a row contains a value that its
   *     column does not allow
   * @throws dev.taskstore.db.exception.DatabaseException if a database reports another failure
   */
  public ComparisonReport run(Database first, Database second) {
    if (first == second) {
      throw new InvalidArgumentException(
          "Two databases are required for a comparison.", FailureContext.NONE);
    }
    return new Comparison(TableShape.of(schema), limit).run(first, second);
  }
}

package dev.taskstore.testdata.schema;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * Rows for all tables of a generated schema, from its constraints:
 *
 * <pre>{@code
 * SchemaData.of(DefaultSchema.DEFAULT_SCHEMA)
 *     .seed(7)
 *     .rows(1_000)
 *     .column(BOOKS.TITLE, random -> "Book " + random.nextInt(1_000))
 *     .load(database);
 * }</pre>
 *
 * <p>Rows have the types, limits and lists of values of their columns; primary and unique keys are
 * distinct, also from those of rows that exist; foreign keys reference generated rows, rows that
 * exist, rows of the same table, and rows of tables that reference each other through columns that
 * allow NULL. Each row is compared with the checks of its table before it is inserted. Checks are
 * evaluated in Java; those that contain functions of the database, in the database. A row that
 * breaks a check is changed until it satisfies it.
 *
 * <p>The same settings give the same rows on every database and every day, with the same version of
 * this library, if the database evaluates no check differently.
 *
 * <p>Immutable and thread-safe. The keys of all rows that others may reference, and those of rows
 * that exist, are kept in memory while rows are loaded.
 */
public final class SchemaData {

  /** The number of rows of each table, unless {@link #rows(long)} sets another one. */
  public static final long DEFAULT_ROWS = 100;

  /** The end of the two years from which times are drawn, unless {@link #until} sets another. */
  public static final Instant DEFAULT_UNTIL = Instant.parse("2026-01-01T00:00:00Z");

  private static final Instant EARLIEST_UNTIL = Instant.parse("1975-01-01T00:00:00Z");
  private static final Instant LATEST_UNTIL = Instant.parse("9990-01-01T00:00:00Z");

  private final Settings settings;

  /** The settings; generators are by the names of table and column. */
  record Settings(
      Schema schema,
      long seed,
      Instant until,
      long rows,
      Map<String, Long> rowsOfTables,
      Map<List<String>, Function<? super Random, ?>> generators) {

    long rowsOf(Table<?> table) {
      return rowsOfTables.getOrDefault(table.getName(), rows);
    }
  }

  private SchemaData(Settings settings) {
    this.settings = settings;
  }

  /**
   * Returns data for a schema, with seed 0.
   *
   * @param schema the generated schema, such as {@code DefaultSchema.DEFAULT_SCHEMA}
   * @return the data
   */
  public static SchemaData of(Schema schema) {
    return new SchemaData(
        new Settings(
            Objects.requireNonNull(schema, "schema"),
            0,
            DEFAULT_UNTIL,
            DEFAULT_ROWS,
            Map.of(),
            Map.of()));
  }

  /**
   * Sets the seed.
   *
   * @param seed the seed; other seeds give other rows
   * @return data with this seed
   */
  public SchemaData seed(long seed) {
    Settings old = settings;
    return new SchemaData(
        new Settings(old.schema, seed, old.until, old.rows, old.rowsOfTables, old.generators));
  }

  /**
   * Sets the end of the two years from which times are drawn. By default, {@link #DEFAULT_UNTIL}.
   *
   * @param end the end, from 1975 to 9989
   * @return data with this end
   * @throws InvalidArgumentException if the instant is out of range
   */
  public SchemaData until(Instant end) {
    if (end.isBefore(EARLIEST_UNTIL) || !end.isBefore(LATEST_UNTIL)) {
      throw new InvalidArgumentException(
          "until must be from " + EARLIEST_UNTIL + " to " + LATEST_UNTIL + ".",
          FailureContext.NONE);
    }
    Settings old = settings;
    return new SchemaData(
        new Settings(old.schema, old.seed, end, old.rows, old.rowsOfTables, old.generators));
  }

  /**
   * Sets the number of rows of each table. By default, {@link #DEFAULT_ROWS}. A table gets fewer
   * rows if its keys do not allow as many: a key of one boolean column allows two.
   *
   * @param count the number, 0 or more
   * @return data with this number
   * @throws InvalidArgumentException if the number is negative
   */
  public SchemaData rows(long count) {
    Settings old = settings;
    return new SchemaData(
        new Settings(
            old.schema, old.seed, old.until, valid(count), old.rowsOfTables, old.generators));
  }

  /**
   * Sets the number of rows of one table.
   *
   * @param table the generated table
   * @param count the number, 0 or more
   * @return data with this number
   * @throws InvalidArgumentException if the number is negative
   */
  public SchemaData rows(Table<?> table, long count) {
    Settings old = settings;
    Map<String, Long> rowsOfTables = new HashMap<>(old.rowsOfTables);
    rowsOfTables.put(table.getName(), valid(count));
    return new SchemaData(
        new Settings(
            old.schema, old.seed, old.until, old.rows, Map.copyOf(rowsOfTables), old.generators));
  }

  private static long valid(long count) {
    if (count < 0) {
      throw new InvalidArgumentException(
          "The number of rows must be 0 or more, not " + count + ".", FailureContext.NONE);
    }
    return count;
  }

  /**
   * Sets the generator of a column. Its values replace those that the library derives; they must
   * satisfy the constraints of the column together with the other columns.
   *
   * @param column the generated column
   * @param generator returns a value for random numbers that depend on the seed, the table and the
   *     row; null only where the column allows it. For reproducible rows, it must use nothing else
   * @param <T> the type of the column
   * @return data with this generator
   */
  public <T> SchemaData column(
      TableField<?, T> column, Function<? super Random, ? extends T> generator) {
    Settings old = settings;
    Map<List<String>, Function<? super Random, ?>> generators = new HashMap<>(old.generators);
    generators.put(
        List.of(Objects.requireNonNull(column.getTable(), "table").getName(), column.getName()),
        Objects.requireNonNull(generator, "generator"));
    return new SchemaData(
        new Settings(
            old.schema, old.seed, old.until, old.rows, old.rowsOfTables, Map.copyOf(generators)));
  }

  /**
   * Generates and loads all rows in one transaction. Rows that exist, such as those that the
   * changelog inserts, remain: generated rows have other keys, and may reference them. A table with
   * a NOT NULL column that the generator left out and that has no DEFAULT gets no rows.
   *
   * @param database the database, whose schema has been migrated
   * @return the number of rows of each table, in the order in which they were loaded
   * @throws UnsatisfiableConstraintException if no row satisfies a check, or if tables reference
   *     each other and no foreign key among them allows NULL; nothing is loaded
   * @throws InvalidArgumentException if a generator returns a value that the column's type does not
   *     allow; nothing is loaded
   * @throws IllegalArgumentException if repositories do not support the type of a column, or a
   *     foreign key references a table of another schema
   */
  public Map<String, Long> load(Database database) {
    return database.transactionResult(
        transaction -> new SchemaLoader(settings, transaction.dsl(), database.dialect()).load());
  }
}

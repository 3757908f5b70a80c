package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;

import dev.taskstore.db.Database;
import dev.taskstore.db.DatabaseOptions;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.db.spi.SchemaInspector;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the contracts require of a dialect, and the store that the tests share. {@link DialectTck}
 * adds the contracts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(CapabilityCondition.class)
public abstract class DialectFixture {

  private final MutableClock clock = new MutableClock(Contract.START);
  private @Nullable Set<Capability> capabilities;
  private @Nullable TckDatabase database;
  private @Nullable TaskDatabase store;
  private @Nullable TckDatabase original;

  /** Creates the fixture. Called by JUnit. */
  protected DialectFixture() {}

  /**
   * Returns the provider of the dialect under test.
   *
   * @return the provider, never null
   */
  protected abstract DialectProvider provider();

  /**
   * Creates an empty database for exclusive use by a test.
   *
   * @return the database, which the caller closes
   * @throws Exception if it cannot be created; the tests that require it then fail
   */
  protected abstract TckDatabase newDatabase() throws Exception;

  /**
   * Creates a database with the schema of users, tasks and tags, without rows. By default, an empty
   * database is migrated. Override this if copying the migrated database is faster.
   *
   * @param migrated a database with that schema, without rows and connections; must not be changed
   * @return the database, which the caller closes
   * @throws Exception if it cannot be created; the tests that require it then fail
   */
  protected TckDatabase copyOf(TckDatabase migrated) throws Exception {
    return migrate(newDatabase());
  }

  /**
   * Returns a data source as an application would configure it for the dialect. By default, it
   * opens a new connection with {@link java.sql.DriverManager} on each call.
   *
   * @param target the database
   * @return the data source, which is not closed
   */
  protected DataSource applicationDataSource(TckDatabase target) {
    return new DriverManagerDataSource(target);
  }

  /**
   * Returns the URL of a database file. Called only if the dialect has {@link
   * Capability#EMBEDDED_FILE}.
   *
   * @param file the file; it may not exist, or be a directory
   * @return the JDBC URL
   * @throws UnsupportedOperationException by default
   */
  protected String urlOf(Path file) {
    throw new UnsupportedOperationException(provider().name() + " keeps no files");
  }

  /**
   * Returns a database as the driver opens it for reading only.
   *
   * @param target the database, which exists
   * @return the same database with a URL that makes its connections read-only; empty by default,
   *     which skips the tests of it
   */
  protected Optional<TckDatabase> readOnly(TckDatabase target) {
    return Optional.empty();
  }

  /**
   * Returns the SQL of a trigger that raises an error whose text contains the name of a new tag.
   *
   * @return the statements that create the trigger {@code raise_name} on the table tags; empty by
   *     default, which skips the tests of it
   */
  protected List<String> raisingTrigger() {
    return List.of();
  }

  /**
   * Returns the SQL of a schema alteration. Called only if the dialect has {@link
   * Capability#SCHEMA_INSPECTION}.
   *
   * @param alteration the alteration of the schema of users, tasks and tags
   * @return the statements; by default, those of the alteration
   */
  protected List<String> statementsFor(SchemaAlteration alteration) {
    return alteration.statements();
  }

  /**
   * Returns the Liquibase contexts in which the schema of users, tasks and tags is migrated.
   *
   * @return the names of contexts such as {@code citus}; none by default
   */
  protected List<String> contexts() {
    return List.of();
  }

  /**
   * Returns a query that counts to a number and returns it, so that it takes long. By default, it
   * is recursive.
   *
   * @param number the number, positive
   * @return SQL without parameters
   */
  protected String countTo(int number) {
    return "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
        + number
        + ") SELECT count(*) FROM n";
  }

  /** Returns the schema inspector of the dialect. */
  final SchemaInspector inspector() {
    return provider().create().schemaInspector().orElseThrow();
  }

  /** Reads the structure and rows of a database. */
  final DatabaseState state(Connection connection) throws SQLException {
    return DatabaseState.read(connection, inspector());
  }

  final Set<Capability> capabilities() {
    if (capabilities == null) {
      capabilities = provider().create().capabilities();
    }
    return capabilities;
  }

  /**
   * Returns the clock of all databases that the contracts open.
   *
   * @return the clock
   */
  protected final MutableClock clock() {
    return clock;
  }

  /**
   * Returns a builder with the URL, credentials, clock and contexts of the tests, and with further
   * contexts.
   */
  final TaskDatabase.Builder builder(TckDatabase target, String... further) {
    return connect(TaskDatabase.builder(), target)
        .clock(clock)
        .contexts(Stream.concat(contexts().stream(), Stream.of(further)).toArray(String[]::new));
  }

  /**
   * Sets the URL and the credentials of a database on a builder.
   *
   * @param builder the builder
   * @param target the database
   * @param <B> the type of the builder
   * @return the builder
   */
  protected static <B extends DatabaseOptions<B>> B connect(B builder, TckDatabase target) {
    B located = builder.url(target.url());
    return target.user() != null && target.password() != null
        ? located.credentials(target.user(), target.password())
        : located;
  }

  /** Opens a database with a different changelog. */
  final Database open(TckDatabase target, String changelog) {
    return connect(Database.builder(), target)
        .clock(clock)
        .changelog(changelog, DialectFixture.class.getClassLoader())
        .open();
  }

  /**
   * Makes a database like {@link #newDatabase()}.
   *
   * @return the database, closed by the caller
   * @throws IllegalStateException when it cannot be made
   */
  protected final TckDatabase create() {
    return make(this::newDatabase);
  }

  /**
   * Creates a database with the schema of users, tasks and tags, without rows, for exclusive use by
   * a test.
   */
  final synchronized TckDatabase createMigrated() {
    if (original == null) {
      original = migrate(create());
    }
    TckDatabase migrated = original;
    return make(() -> copyOf(migrated));
  }

  private TckDatabase migrate(TckDatabase empty) {
    builder(empty).open().close();
    return empty;
  }

  private static TckDatabase make(Callable<TckDatabase> maker) {
    try {
      return maker.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("No database for the test", e);
    }
  }

  /** Returns the store that the tests share. */
  final synchronized TaskDatabase store() {
    if (store == null) {
      database = create();
      store = builder(database).open();
    }
    return store;
  }

  /** Returns the database of {@link #store()}. */
  final synchronized TckDatabase database() {
    store();
    return Objects.requireNonNull(database, "database");
  }

  /** Deletes all rows. Deletes of users and tags cascade to the other tables. */
  final void clear() {
    store().dsl().deleteFrom(USERS).execute();
    store().dsl().deleteFrom(TAGS).execute();
  }

  @AfterAll
  final void closeWhatTestsShare() {
    if (store != null) {
      store.close();
    }
    if (database != null) {
      database.close();
    }
    if (original != null) {
      original.close();
    }
  }
}

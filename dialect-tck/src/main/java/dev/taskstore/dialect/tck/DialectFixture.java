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
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the contracts need of a dialect, and the store that they share. {@link DialectTck} adds the
 * contracts themselves.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(CapabilityCondition.class)
public abstract class DialectFixture {

  private final MutableClock clock = new MutableClock(Contract.START);
  private @Nullable Set<Capability> capabilities;
  private @Nullable TckDatabase database;
  private @Nullable TaskDatabase store;
  private @Nullable TckDatabase original;

  /** Creates the fixture; JUnit does. */
  protected DialectFixture() {}

  /**
   * The dialect's provider.
   *
   * @return the provider
   */
  protected abstract DialectProvider provider();

  /**
   * Makes a database that is empty and that nothing else uses.
   *
   * @return the database, closed by the caller
   * @throws Exception when it cannot be made; the tests that need it fail
   */
  protected abstract TckDatabase newDatabase() throws Exception;

  /**
   * Makes a database with the schema of users, tasks and tags, without rows. By default an empty
   * one is migrated; a dialect that copies a database faster than that overrides this.
   *
   * @param migrated a database that has that schema and no rows, and to which nobody is connected
   * @return the database, closed by the caller
   * @throws Exception when it cannot be made; the tests that need it fail
   */
  protected TckDatabase copyOf(TckDatabase migrated) throws Exception {
    return migrate(newDatabase());
  }

  /**
   * A data source as an application of its own would set it up for the dialect. By default it
   * connects through {@link java.sql.DriverManager} each time.
   *
   * @param target the database
   * @return the data source
   */
  protected DataSource applicationDataSource(TckDatabase target) {
    return new DriverManagerDataSource(target);
  }

  /**
   * The URL of a database file. Asked for only when the dialect claims {@link
   * Capability#EMBEDDED_FILE}.
   *
   * @param file the file, or what stands in its place
   * @return the JDBC URL
   */
  protected String urlOf(Path file) {
    throw new UnsupportedOperationException(provider().name() + " keeps no files");
  }

  /**
   * The statements that change the schema of users, tasks and tags as an alteration says. Asked for
   * only when the dialect claims {@link Capability#SCHEMA_INSPECTION}.
   *
   * @param alteration what is changed
   * @return the statements, those of the alteration by default
   */
  protected List<String> statementsFor(SchemaAlteration alteration) {
    return alteration.statements();
  }

  /** The dialect's reader of schemas. */
  final SchemaInspector inspector() {
    return provider().create().schemaInspector().orElseThrow();
  }

  /** Structure and rows of a database. */
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

  /** A builder that knows where the database is and which clock to use. */
  final TaskDatabase.Builder builder(TckDatabase target) {
    return connect(TaskDatabase.builder(), target).clock(clock);
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

  /** Opens a database with another schema than that of users and tasks. */
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

  /** A database of a test's own with the schema of users, tasks and tags and without rows. */
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

  /** The store that the tests share. */
  final synchronized TaskDatabase store() {
    if (store == null) {
      database = create();
      store = builder(database).open();
    }
    return store;
  }

  /** The database of {@link #store()}. */
  final synchronized TckDatabase database() {
    store();
    return Objects.requireNonNull(database, "database");
  }

  /** Empties all tables; what refers to users and tags goes with them. */
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

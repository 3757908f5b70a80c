package dev.taskstore.db;

import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.NewerSchemaException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.integrity.IntegrityReport;
import dev.taskstore.db.internal.DatabaseOpener;
import dev.taskstore.db.internal.DatabaseSettings;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.OpenManagedTransactions;
import dev.taskstore.db.internal.audit.AuditCheck;
import dev.taskstore.db.internal.audit.OpenAuditTrail;
import dev.taskstore.db.internal.integrity.IntegrityCheck;
import dev.taskstore.db.internal.migration.Changelog;
import dev.taskstore.db.internal.scope.RowScope;
import dev.taskstore.db.internal.security.OpenRowSecurity;
import dev.taskstore.db.internal.security.PolicyCheck;
import dev.taskstore.db.internal.security.Privileges;
import dev.taskstore.db.managed.ManagedTransactions;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.security.RolePrivileges;
import dev.taskstore.db.security.RowSecurity;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.Dialect;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Schema;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * An open database with any schema. Generated repositories run on it:
 *
 * <pre>{@code
 * try (Database database = Database.open("jdbc:...", "db/change-log/master.xml")) {
 *   BookRepository books = new BookRepository(database);
 *   ...
 * }
 * }</pre>
 *
 * <p>Thread-safe. Open one instance for each database, and close it when the program ends.
 */
public final class Database extends Session implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(Database.class.getName());

  private final OpenDatabase database;
  private final @Nullable Changelog changelog;
  private volatile boolean closed;

  private Database(OpenDatabase database, @Nullable Changelog changelog) {
    this.database = database;
    this.changelog = changelog;
  }

  /**
   * Opens a database and applies the pending changesets of a changelog.
   *
   * @param url a JDBC URL that a dialect on the class path accepts
   * @param changelog the changelog's master file, a resource that the thread's context class loader
   *     finds
   * @return the open database
   * @throws DialectNotFoundException if no dialect, or more than one, accepts the URL
   * @throws DatabaseOpenException if the database cannot be opened
   * @throws ConnectionLostException if the database cannot be reached
   * @throws MigrationException if the changelog cannot be applied
   */
  public static Database open(String url, String changelog) {
    return builder().url(url).changelog(changelog).open();
  }

  /**
   * Returns a builder.
   *
   * @return a new builder with the default settings
   */
  public static Builder builder() {
    return new Builder();
  }

  static Database open(DatabaseSettings settings) {
    long startedAt = System.nanoTime();
    OpenDatabase database = DatabaseOpener.open(settings);
    try {
      Changelog changelog = Changelog.of(settings, database);
      int applied = changelog == null ? 0 : changelog.open(settings.migrationMode);
      if (settings.rowSecurity != null) {
        PolicyCheck.run(database, settings.rowSecurity);
      }
      if (settings.auditTrail != null) {
        AuditCheck.run(database, triggers(database.dialect()), settings.auditTrail);
      }
      log(settings, database, applied, Duration.ofNanos(System.nanoTime() - startedAt));
      database.opened();
      return new Database(database, changelog);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void log(
      DatabaseSettings settings, OpenDatabase database, int applied, Duration time) {
    LOGGER.log(
        System.Logger.Level.INFO,
        "Opened {0}: {1}, dialect {2}, {3} changesets applied, {4} ms",
        settings.url == null ? "the data source" : database.dialect().target(settings.url),
        database.server(),
        database.dialect().name(),
        Integer.toString(applied),
        Long.toString(time.toMillis()));
  }

  @Override
  OpenDatabase database() {
    if (closed) {
      throw new IllegalStateException("This database has been closed.");
    }
    return database;
  }

  @Override
  @Nullable RowScope rowScope() {
    return null;
  }

  @Override
  public DSLContext dsl() {
    return database().dsl();
  }

  /**
   * Returns a session that reads and writes only the rows of a principal. Repositories accept it
   * like this database. The calls of a thread join its active transaction, whether a scope or this
   * database started it.
   *
   * @param ownership the declaration to whom rows belong, a constant
   * @param principal the principal
   * @param <P> the type of a principal
   * @return the scope, which the caller closes
   * @throws InvalidArgumentException if the principal cannot be stored in an owner column
   * @throws IllegalStateException if this database has been closed
   */
  public <P> Scope scopedTo(RowOwnership<P> ownership, P principal) {
    Objects.requireNonNull(ownership, "ownership");
    Objects.requireNonNull(principal, "principal");
    return new Scope(this, database().scope(ownership, principal));
  }

  /**
   * Returns a session that reads and writes the rows of all principals, for administrators. Without
   * row-level security, its repositories behave like those of this database. Under policies, its
   * statements name all principals to the server, so that they have all rows of the declared
   * tables, which the database itself then does not have.
   *
   * <p>Nothing checks who opens this session: the application must authorize the caller first.
   *
   * @param ownership the declaration to whom rows belong, a constant. Repositories of tables that
   *     it does not declare are refused
   * @return the scope, which the caller closes
   * @throws IllegalStateException if this database has been closed
   */
  public Scope scopedToAll(RowOwnership<?> ownership) {
    Objects.requireNonNull(ownership, "ownership");
    return new Scope(this, database().scopeOfAll(ownership));
  }

  /**
   * Returns the transactions of this database for a framework that manages them, such as Spring.
   *
   * @return the managed transactions
   * @throws IllegalStateException if this database has been closed
   */
  public ManagedTransactions managedTransactions() {
    return new OpenManagedTransactions(database());
  }

  /**
   * Returns the name of the dialect in use.
   *
   * @return the dialect's name
   * @throws IllegalStateException if this database has been closed
   */
  public String dialectName() {
    return database().dialect().name();
  }

  /**
   * Returns the dialect in use, for tools that read and write rows of any table.
   *
   * @return the dialect
   * @throws IllegalStateException if this database has been closed
   */
  public Dialect dialect() {
    return database().dialect();
  }

  /**
   * Returns the exception of this library for an exception of the driver, without row values and
   * statements. For tools that use the driver's connection, whose exceptions are not translated.
   *
   * @param exception the driver's exception
   * @return the exception to throw
   * @throws IllegalStateException if this database has been closed
   */
  public RuntimeException translate(SQLException exception) {
    return database().failures().translate(exception);
  }

  /**
   * Returns the capabilities of the dialect beyond the common contract.
   *
   * @return the capabilities, possibly none
   * @throws IllegalStateException if this database has been closed
   */
  public Set<Capability> capabilities() {
    return database().dialect().capabilities();
  }

  /**
   * Returns the migrations of the changelog.
   *
   * @return the migrations
   * @throws InvalidArgumentException if the database was opened without a changelog
   * @throws IllegalStateException if this database has been closed
   */
  public Migrations migrations() {
    database();
    if (changelog == null) {
      throw new InvalidArgumentException(
          "This database was opened without a changelog. Set one with changelog(...).",
          FailureContext.NONE);
    }
    return changelog.migrations();
  }

  /**
   * Checks the rows of all tables of a schema: types and ranges of values, encoding of text, NOT
   * NULL, checks, foreign keys, primary keys, unique keys and unique indexes. Rows that other
   * programs wrote may break these rules, for example after constraints were disabled. A damaged
   * index allows duplicates, although the database reports that its constraint holds.
   *
   * <p>Reads every table once, and again for each of its unique keys, in one read-only transaction;
   * the memory in use does not depend on the number of rows. The query timeout does not apply. In
   * an active transaction, the check is a part of it.
   *
   * @param schema the generated schema, such as {@code DefaultSchema.DEFAULT_SCHEMA}
   * @param limit the maximum number of violations to return, at least 1
   * @return the violations, possibly none
   * @throws InvalidArgumentException if the limit is less than 1
   * @throws SchemaOutOfDateException if a table or column does not exist
   * @throws IllegalStateException if this database has been closed
   */
  public IntegrityReport checkIntegrity(Schema schema, int limit) {
    return check(schema, null, limit);
  }

  /**
   * Checks the rows as {@link #checkIntegrity(Schema, int)} does, and in addition whether a
   * database of a dialect can store them: values of an index or a key may be too large for it.
   *
   * @param schema the generated schema, such as {@code DefaultSchema.DEFAULT_SCHEMA}
   * @param target the dialect of the database to which the rows will be copied
   * @param limit the maximum number of violations to return, at least 1
   * @return the violations, possibly none
   * @throws InvalidArgumentException if the limit is less than 1
   * @throws SchemaOutOfDateException if a table or column does not exist
   * @throws IllegalStateException if this database has been closed
   */
  public IntegrityReport checkIntegrity(Schema schema, Dialect target, int limit) {
    return check(schema, Objects.requireNonNull(target, "target"), limit);
  }

  /**
   * Checks the rows of some tables as {@link #checkIntegrity(Schema, int)} does, in one
   * transaction. Several threads may share a supplier that is thread-safe: each checks the tables
   * that it receives.
   *
   * @param tables supplies the next generated table, such as {@code TASKS}, and null after the last
   *     one. It is not called again after more violations than the limit
   * @param target the dialect of the database to which the rows will be copied, or null
   * @param limit the maximum number of violations to return, at least 1
   * @return the violations, possibly none
   * @throws InvalidArgumentException if the limit is less than 1
   * @throws SchemaOutOfDateException if a table or column does not exist
   * @throws IllegalStateException if this database has been closed
   */
  public IntegrityReport checkIntegrity(
      Supplier<? extends @Nullable Table<?>> tables, @Nullable Dialect target, int limit) {
    Objects.requireNonNull(tables, "tables");
    if (limit < 1) {
      throw new InvalidArgumentException(
          "The limit must be at least 1, not " + limit + ".", FailureContext.NONE);
    }
    return IntegrityCheck.run(database(), tables, target, limit);
  }

  private IntegrityReport check(Schema schema, @Nullable Dialect target, int limit) {
    Queue<Table<?>> tables = new ArrayDeque<>(schema.getTables());
    return checkIntegrity(tables::poll, target, limit);
  }

  /**
   * Returns the statements that give roles their privileges on the tables of a schema: one role
   * migrates and owns the tables, and the application reads and writes rows with another. Runs none
   * of them.
   *
   * @param schema the generated schema, such as {@code DefaultSchema.DEFAULT_SCHEMA}
   * @param owner the name of the role that migrates
   * @param application the name of the application's role
   * @return the statements for the current database and schema
   * @throws CapabilityNotSupportedException if the dialect does not support {@link
   *     Capability#ROLES}
   * @throws InvalidArgumentException if the schema has no tables, if the server does not accept the
   *     name of a role, or if both names are equal
   * @throws IllegalStateException if this database has been closed
   */
  public RolePrivileges rolePrivileges(Schema schema, String owner, String application) {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(application, "application");
    return Privileges.of(
        database(),
        PolicyCheck.supported(dialect(), Capability.ROLES, Dialect::roles),
        schema,
        owner,
        application);
  }

  /**
   * Returns the row-level security of the database for a declaration of owners.
   *
   * @param ownership the declaration
   * @return the row-level security; this call neither enables nor reads it
   * @throws CapabilityNotSupportedException if the dialect does not support {@link
   *     Capability#ROW_SECURITY}
   * @throws IllegalStateException if this database has been closed
   */
  public RowSecurity rowSecurity(RowOwnership<?> ownership) {
    Objects.requireNonNull(ownership, "ownership");
    return new OpenRowSecurity(
        database(),
        PolicyCheck.supported(dialect(), Capability.ROW_SECURITY, Dialect::rowPolicies),
        ownership);
  }

  /**
   * Returns the audit trail of the database for a declaration of tables.
   *
   * @param audited the declaration
   * @return the audit trail; this call neither enables nor reads it
   * @throws CapabilityNotSupportedException if the dialect does not support {@link
   *     Capability#AUDIT_TRAIL}
   * @throws InvalidArgumentException if repositories do not support the type of a column
   * @throws IllegalStateException if this database has been closed
   */
  public AuditTrail auditTrail(AuditedTables audited) {
    Objects.requireNonNull(audited, "audited");
    return new OpenAuditTrail(this, database(), triggers(dialect()), audited);
  }

  private static AuditTriggers triggers(Dialect dialect) {
    return PolicyCheck.supported(dialect, Capability.AUDIT_TRAIL, Dialect::auditTriggers);
  }

  /**
   * Closes the connection pools that the library opened. A data source of the application stays
   * open.
   */
  @Override
  public void close() {
    closed = true;
    database.close();
  }

  /** Configures and opens a database. Not thread-safe. */
  public static final class Builder extends DatabaseOptions<Builder> {

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the changelog. Without a changelog, the schema is neither read nor changed.
     *
     * @param resource the master file, a resource that the thread's context class loader finds; the
     *     prefix {@code classpath:} is allowed
     * @return this
     */
    public Builder changelog(String resource) {
      useChangelog(resource, null);
      return this;
    }

    /**
     * Sets the changelog and the class loader that finds it.
     *
     * @param resource the master file, a resource of the class loader
     * @param loader the class loader that finds the changelog's files
     * @return this
     */
    public Builder changelog(String resource, ClassLoader loader) {
      useChangelog(resource, Objects.requireNonNull(loader, "loader"));
      return this;
    }

    /**
     * Opens the database.
     *
     * @return the open database
     * @throws InvalidArgumentException if both or neither of a URL and a data source are set, or if
     *     {@link #joinApplicationTransactions} is set without a data source
     * @throws DialectNotFoundException if no dialect, or more than one, accepts the URL or the data
     *     source
     * @throws DatabaseOpenException if the database cannot be opened
     * @throws ConnectionLostException if the database cannot be reached
     * @throws MigrationException if the changelog cannot be applied
     * @throws SchemaOutOfDateException if changesets are pending and the migration mode is {@link
     *     MigrationMode#VALIDATE}
     * @throws NewerSchemaException if the database contains applied changesets that the changelog
     *     does not contain, and the mode is {@link MigrationMode#VALIDATE} or {@link
     *     #unknownChangeSets} refuses them
     */
    public Database open() {
      return openDatabase();
    }
  }
}

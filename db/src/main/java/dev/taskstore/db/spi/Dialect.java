package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The support of a database beyond jOOQ's {@link SQLDialect}, in parts. Each part is a small
 * interface with a default; a dialect must implement three methods.
 *
 * <p>A dialect belongs to one database. It is used by several threads concurrently, and its state
 * does not change after the pools are opened.
 */
public interface Dialect {

  /**
   * Returns the dialect's name, for messages.
   *
   * @return the name of its provider
   */
  String name();

  /**
   * Returns the name of the database management system in OpenTelemetry's semantic conventions, for
   * observers.
   *
   * @return a value of {@code db.system.name}; the dialect's name by default
   */
  default String systemName() {
    return name();
  }

  /**
   * Returns the name of the database of a connection, for observers. Makes no round trip to a
   * server if that is possible.
   *
   * @param connection an open connection
   * @return the name without credentials and folders; null if it is unknown. By default the catalog
   *     of the connection
   * @throws SQLException if the driver cannot return it
   */
  default @Nullable String namespace(Connection connection) throws SQLException {
    return connection.getCatalog();
  }

  /**
   * Returns the dialect in which jOOQ renders SQL.
   *
   * @return jOOQ's dialect
   */
  SQLDialect jooqDialect();

  /**
   * Returns the classifier of the driver's exceptions.
   *
   * @return the classifier
   */
  FailureClassifier failures();

  /**
   * Returns the inspector that lists the constraints of a table in order, for a database that may
   * report another constraint than the first violated one.
   *
   * @return the inspector; empty when the database reports the first constraint that a row violates
   */
  default Optional<ConstraintInspector> constraintInspector() {
    return Optional.empty();
  }

  /**
   * Returns the capabilities of this dialect beyond the common contract.
   *
   * @return the capabilities, none by default
   */
  default Set<Capability> capabilities() {
    return Set.of();
  }

  /**
   * Changes jOOQ's settings where the database requires it.
   *
   * @param settings the library's settings, which this method changes in place
   */
  default void configure(Settings settings) {}

  /**
   * Opens the connection pools. The default is a single pool that uses {@link
   * java.sql.DriverManager}.
   *
   * @param settings the settings of the connections
   * @return the pools
   * @throws ConnectFailedException when no connection can be made
   * @throws SQLException when the pools cannot be opened
   */
  default ConnectionPools openPools(ConnectionSettings settings) throws SQLException {
    ConnectingDataSource connections =
        new ConnectingDataSource(
            settings,
            target(settings.url()),
            failures(),
            current -> DriverManager.getConnection(current.url(), current.driverProperties()));
    return ConnectionPools.single(
        ConnectionPools.open(
            ConnectionPools.configuration(settings, "taskstore-" + name()), connections));
  }

  /**
   * Returns the database that a URL names, for messages: host, port and name, or the file.
   *
   * @param url a JDBC URL that the dialect's provider accepts; it may be wrong in other ways
   * @return the database without credentials and parameters; by default the URL without them
   */
  default String target(String url) {
    return JdbcUrls.withoutSecrets(url);
  }

  /**
   * Verifies the requirements of the library once, when a database is opened: for example the
   * encoding of the server, or that the connections of an application's data source enforce foreign
   * keys. Returns the dialect for this server, which may differ from this one if an extension of
   * the server changes what it supports.
   *
   * @param connection an open connection
   * @return the dialect that the library uses from now on; by default this one
   * @throws SQLException when the check itself fails
   * @throws dev.taskstore.db.exception.DatabaseOpenException when a setting is wrong; the message
   *     contains the setting and its right value
   */
  default Dialect verify(Connection connection) throws SQLException {
    return this;
  }

  /**
   * Returns the control of transactions: how they begin and end.
   *
   * @return the control; JDBC's by default
   */
  default TransactionControl transactions() {
    return TransactionControl.JDBC;
  }

  /**
   * Returns how the database and its driver differ in running statements.
   *
   * @return the traits; {@link StatementTraits#STANDARD} by default, which every database supports
   */
  default StatementTraits statementTraits() {
    return StatementTraits.STANDARD;
  }

  /**
   * Returns how UUIDs, instants and other values are stored.
   *
   * @return the storage; native types by default
   */
  default ValueStorage valueStorage() {
    return ValueStorage.NATIVE;
  }

  /**
   * Returns how text is searched.
   *
   * @return the search; a regular expression by default
   */
  default TextSearch textSearch() {
    return TextSearch.REGULAR_EXPRESSION;
  }

  /**
   * Returns the predicates and functions of text in which the database differs from standard SQL.
   *
   * @return the functions; those of standard SQL by default
   */
  default TextFunctions textFunctions() {
    return TextFunctions.STANDARD;
  }

  /**
   * Returns the lock that serializes migrations. By default there is none: only one process at a
   * time may open a database that requires a migration.
   *
   * @param dataSource returns writable connections
   * @return the lock
   */
  default MigrationLock migrationLock(DataSource dataSource) {
    return MigrationLock.NONE;
  }

  /**
   * Returns the inspector of live schemas. A dialect with an inspector declares {@link
   * Capability#SCHEMA_INSPECTION}.
   *
   * @return the inspector; empty when a live schema cannot be compared with its changelog
   */
  default Optional<SchemaInspector> schemaInspector() {
    return Optional.empty();
  }

  /**
   * Returns the bulk loader of the database.
   *
   * @return the loader; empty when batched inserts are the fastest way
   */
  default Optional<BulkLoader> bulkLoader() {
    return Optional.empty();
  }

  /**
   * Returns how the database takes part in copies and backups.
   *
   * @return the support; {@link TransferSupport#STANDARD} by default
   */
  default TransferSupport transfer() {
    return TransferSupport.STANDARD;
  }

  /**
   * Returns the statements for the privileges of roles. A dialect with such statements declares
   * {@link Capability#ROLES}.
   *
   * @return the statements; empty when the database has no roles
   */
  default Optional<RoleStatements> roles() {
    return Optional.empty();
  }

  /**
   * Returns the policies of row-level security. A dialect with policies declares {@link
   * Capability#ROW_SECURITY}.
   *
   * @return the policies; empty when the database cannot limit the rows of a role
   */
  default Optional<RowPolicies> rowPolicies() {
    return Optional.empty();
  }

  /**
   * Returns the triggers of audit trails. A dialect with such triggers declares {@link
   * Capability#AUDIT_TRAIL}.
   *
   * @return the triggers; empty when the database cannot record the changes of rows
   */
  default Optional<AuditTriggers> auditTriggers() {
    return Optional.empty();
  }

  /**
   * Returns how replicas are read. A dialect with replicas declares {@link Capability#REPLICAS}.
   *
   * @return the replication; empty when the database has no replicas that an application can read
   */
  default Optional<Replication> replication() {
    return Optional.empty();
  }

  /**
   * Returns parameters for changelogs, which override the properties of a changelog. They name the
   * storage types of a database for which the changelog has no such properties.
   *
   * @return names and values, none by default
   */
  default Map<String, String> changelogParameters() {
    return Map.of();
  }
}

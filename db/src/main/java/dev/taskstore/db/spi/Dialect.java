package dev.taskstore.db.spi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;

/**
 * The parts of a database's support that jOOQ's {@link SQLDialect} does not have. Each part is a
 * small interface with a default; a dialect must implement three methods.
 *
 * <p>A dialect belongs to one database. It is used by many threads at once, and its state does not
 * change after the pools are open.
 */
public interface Dialect {

  /**
   * The dialect's name, for messages.
   *
   * @return the name of its provider
   */
  String name();

  /**
   * The dialect in which jOOQ renders SQL.
   *
   * @return jOOQ's dialect
   */
  SQLDialect jooqDialect();

  /**
   * Classifies the exceptions of the driver.
   *
   * @return the classifier
   */
  FailureClassifier failures();

  /**
   * Lists the constraints of a table in their order, for a database that reports another one than
   * the first violated constraint.
   *
   * @return the inspector; nothing when the database names the first constraint that a row violates
   */
  default Optional<ConstraintInspector> constraintInspector() {
    return Optional.empty();
  }

  /**
   * The capabilities of this dialect beyond the common contract.
   *
   * @return the capabilities, none by default
   */
  default Set<Capability> capabilities() {
    return Set.of();
  }

  /**
   * Changes jOOQ's settings where the database needs it.
   *
   * @param settings the library's settings, to be changed in place
   */
  default void configure(Settings settings) {}

  /**
   * Opens the pools. By default one pool for everything, through {@link java.sql.DriverManager}.
   *
   * @param settings where and how to connect
   * @return the pools
   * @throws SQLException when no connection can be made
   */
  default ConnectionPools openPools(ConnectionSettings settings) throws SQLException {
    HikariConfig configuration = ConnectionPools.configuration(settings, "taskstore-" + name());
    configuration.setJdbcUrl(settings.url());
    configuration.setUsername(settings.user());
    configuration.setPassword(settings.password());
    settings.properties().forEach(configuration::addDataSourceProperty);
    return ConnectionPools.single(new HikariDataSource(configuration));
  }

  /**
   * Checks the requirements of the library once, when a database is opened: for example the
   * encoding of the server, or that the connections of an application's data source enforce foreign
   * keys.
   *
   * @param connection an open connection
   * @throws SQLException when the check itself fails
   * @throws dev.taskstore.db.exception.DatabaseOpenException when a setting is wrong; the message
   *     contains the setting and its right value
   */
  default void verify(Connection connection) throws SQLException {}

  /**
   * How transactions begin and end.
   *
   * @return the control; JDBC's by default
   */
  default TransactionControl transactions() {
    return TransactionControl.JDBC;
  }

  /**
   * How the database and its driver differ in running statements.
   *
   * @return the traits; {@link StatementTraits#STANDARD} by default, which every database supports
   */
  default StatementTraits statementTraits() {
    return StatementTraits.STANDARD;
  }

  /**
   * How UUIDs and instants are stored.
   *
   * @return the storage; native types by default
   */
  default ValueStorage valueStorage() {
    return ValueStorage.NATIVE;
  }

  /**
   * How texts are searched.
   *
   * @return the search; a regular expression by default
   */
  default TextSearch textSearch() {
    return TextSearch.REGULAR_EXPRESSION;
  }

  /**
   * How migrations are serialized. By default they are not: only one process at a time may open a
   * database that requires a migration.
   *
   * @param dataSource returns writable connections
   * @return the lock
   */
  default MigrationLock migrationLock(DataSource dataSource) {
    return MigrationLock.NONE;
  }

  /**
   * Reads the structure of schemas. Claimed as {@link Capability#SCHEMA_INSPECTION}.
   *
   * @return the inspector; nothing when a live schema cannot be compared with its changelog
   */
  default Optional<SchemaInspector> schemaInspector() {
    return Optional.empty();
  }

  /**
   * How rows are loaded in bulk.
   *
   * @return the loader, or nothing when batched inserts are the fastest way
   */
  default Optional<BulkLoader> bulkLoader() {
    return Optional.empty();
  }

  /**
   * Parameters for changelogs, which override the properties of a changelog: the names of storage
   * types, for a database without such properties in the changelog.
   *
   * @return names and values, none by default
   */
  default Map<String, String> changelogParameters() {
    return Map.of();
  }
}

package dev.taskstore.db.spi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;

/**
 * What jOOQ's {@link SQLDialect} does not know about a database. Composed of small parts, each with
 * a default; only three methods have to be written.
 *
 * <p>A dialect belongs to one database, is used by many threads at once, and keeps no state that
 * changes after the pools are open.
 */
public interface Dialect {

  /**
   * The dialect's name, for messages.
   *
   * @return the name that its provider has
   */
  String name();

  /**
   * The dialect in which jOOQ renders SQL.
   *
   * @return jOOQ's dialect
   */
  SQLDialect jooqDialect();

  /**
   * Tells what kind of failure a driver's exception is.
   *
   * @return the classifier
   */
  FailureClassifier failures();

  /**
   * Tells the order of a table's constraints, where the database's own reports do not follow it.
   *
   * @return the inspector; nothing when the database names the first constraint that a row violates
   */
  default Optional<ConstraintInspector> constraintInspector() {
    return Optional.empty();
  }

  /**
   * What this dialect can do beyond the common contract.
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
   * Checks what the library relies on, once, when a database is opened: the encoding of the server,
   * or foreign keys being enforced on the connections of an application's own data source.
   *
   * @param connection an open connection
   * @throws SQLException when the check itself fails
   * @throws dev.taskstore.db.exception.DatabaseOpenException naming the setting that is wrong and
   *     how to set it
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
   * How migrators take turns. By default they do not: only one process at a time may open a
   * database that needs migrating.
   *
   * @param dataSource gives connections that may write
   * @return the lock
   */
  default MigrationLock migrationLock(DataSource dataSource) {
    return MigrationLock.NONE;
  }

  /**
   * Reads the structure of schemas. Claimed as {@link Capability#SCHEMA_INSPECTION}.
   *
   * @return the inspector; nothing when live schemas cannot be compared with their changelogs
   */
  default Optional<SchemaInspector> schemaInspector() {
    return Optional.empty();
  }

  /**
   * How rows are loaded in bulk.
   *
   * @return the loader, or nothing when batched inserts are the best there is
   */
  default Optional<BulkLoader> bulkLoader() {
    return Optional.empty();
  }

  /**
   * How many prepared statements the library keeps for each connection of its own pools. They are
   * closed with the connection, or when others are used more recently.
   *
   * @return none by default, which is right for a driver that keeps them itself
   */
  default int keptStatements() {
    return 0;
  }

  /**
   * How many rows a connection has inserted, updated and deleted so far, where a batch runs
   * statement by statement and ends at the first that fails: how many rows it changed tells which
   * one that was. Otherwise a load sets a savepoint for each batch and runs a failed one again row
   * by row, which costs the more the more pages the rows touch.
   *
   * @param connection a connection with a transaction
   * @param table the table into which a batch inserts
   * @return the number; nothing by default, and when an insert into this table may change other
   *     rows along with it
   * @throws SQLException when the database refuses
   */
  default OptionalLong changedRows(Connection connection, String table) throws SQLException {
    return OptionalLong.empty();
  }

  /**
   * Whether many keys are joined as a list of {@code VALUES}, rather than compared by {@code IN}. A
   * planner that does not know the keys may compare each row of a small table with each of them.
   *
   * @return false by default
   */
  default boolean joinsKeys() {
    return false;
  }

  /**
   * Whether an {@code UPDATE} with {@code RETURNING} is a query whose rows are the updated ones.
   * Otherwise the library updates and reads in one transaction.
   *
   * @return false by default, which is always right
   */
  default boolean returnsUpdatedRows() {
    return false;
  }

  /**
   * Whether the driver returns the generated keys of all rows of a batch, in their order. Otherwise
   * rows whose identifier the database gives are inserted one by one.
   *
   * @return false by default, which is always right
   */
  default boolean returnsKeysOfBatches() {
    return false;
  }

  /**
   * Parameters for changelogs, which win over the properties that a changelog sets: the names of
   * storage types, for a database that the changelog's author did not think of.
   *
   * @return names and values, none by default
   */
  default Map<String, String> changelogParameters() {
    return Map.of();
  }

  /**
   * A field that orders as another one does, but never by way of an index: the database then sorts
   * all rows before it returns the first. Streams inside of transactions that write are ordered by
   * it, so that they do not meet the rows which the transaction writes meanwhile. Databases whose
   * cursors see one state keep the default, the field itself.
   *
   * @param field what is ordered by
   * @return a field with the same values
   */
  default Field<?> sortedBeforehand(Field<?> field) {
    return field;
  }

  /**
   * The greatest number of parameters that one statement takes.
   *
   * @return at least 900
   */
  default int maximumParameters() {
    return 900;
  }
}

package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.ConstraintInspector;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.MigrationLock;
import dev.taskstore.db.spi.SchemaInspector;
import dev.taskstore.db.spi.TextSearch;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.FetchTriggerValuesAfterReturning;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** SQLite. */
final class SqliteDialect implements Dialect {

  /** More than the texts of the repositories for users, tasks and tags. */
  private static final int KEPT_STATEMENTS = 128;

  private static final String CHANGED_ROWS =
      "SELECT total_changes() WHERE NOT EXISTS (SELECT 1 FROM (SELECT type, tbl_name FROM"
          + " sqlite_schema UNION ALL SELECT type, tbl_name FROM sqlite_temp_schema)"
          + " WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE)";

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public SQLDialect jooqDialect() {
    return SQLDialect.SQLITE;
  }

  @Override
  public FailureClassifier failures() {
    return SqliteFailures::classify;
  }

  @Override
  public Optional<ConstraintInspector> constraintInspector() {
    return Optional.of(SqliteConstraintInspector.INSTANCE);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.EMBEDDED_FILE,
        Capability.CODE_POINT_ORDER,
        Capability.TRANSACTIONAL_DDL,
        Capability.SCHEMA_INSPECTION);
  }

  /** Without this, jOOQ reads other rows back than the ones that were written (jOOQ#18073). */
  @Override
  public void configure(Settings settings) {
    settings.setFetchTriggerValuesAfterReturning(FetchTriggerValuesAfterReturning.NEVER);
  }

  @Override
  public ConnectionPools openPools(ConnectionSettings settings) throws SQLException {
    return SqlitePools.open(settings);
  }

  @Override
  public void verify(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet resultSet = statement.executeQuery("PRAGMA foreign_keys")) {
      if (!resultSet.next() || resultSet.getInt(1) != 1) {
        throw new DatabaseOpenException(
            "Foreign keys are not enforced on the connections of this data source. Add"
                + " foreign_keys=on to its URL or properties.",
            FailureContext.NONE,
            null);
      }
    }
  }

  @Override
  public TransactionControl transactions() {
    return SqliteTransactions.INSTANCE;
  }

  @Override
  public ValueStorage valueStorage() {
    return SqliteValueStorage.INSTANCE;
  }

  @Override
  public TextSearch textSearch() {
    return SqliteTextSearch.INSTANCE;
  }

  @Override
  public MigrationLock migrationLock(DataSource dataSource) {
    return new SqliteMigrationLock(dataSource);
  }

  @Override
  public Optional<SchemaInspector> schemaInspector() {
    return Optional.of(SqliteSchemaInspector.INSTANCE);
  }

  /** A cursor over an index meets rows that are written while it is open; the plus keeps it off. */
  @Override
  public Field<?> sortedBeforehand(Field<?> field) {
    return DSL.field("+{0}", field.getDataType(), field);
  }

  @Override
  public boolean returnsUpdatedRows() {
    return true;
  }

  /** The driver runs the statements of a batch one by one. Triggers would count too. */
  @Override
  public OptionalLong changedRows(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHANGED_ROWS)) {
      statement.setString(1, table);
      try (ResultSet resultSet = statement.executeQuery()) {
        return resultSet.next() ? OptionalLong.of(resultSet.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /** The driver keeps none, and to prepare a statement takes as long as to find a row with it. */
  @Override
  public int keptStatements() {
    return KEPT_STATEMENTS;
  }

  /** SQLITE_MAX_VARIABLE_NUMBER of the bundled library. */
  @Override
  public int maximumParameters() {
    return 32_766;
  }
}

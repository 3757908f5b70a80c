package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.ConstraintInspector;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.MigrationLock;
import dev.taskstore.db.spi.SchemaInspector;
import dev.taskstore.db.spi.StatementTraits;
import dev.taskstore.db.spi.TextFunctions;
import dev.taskstore.db.spi.TextSearch;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.db.spi.TransferSupport;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.conf.FetchTriggerValuesAfterReturning;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;

/** SQLite. */
final class SqliteDialect implements Dialect {

  @Override
  public String name() {
    return "sqlite";
  }

  /** A connection has no catalog. */
  @Override
  public @Nullable String namespace(Connection connection) throws SQLException {
    String url = connection.getMetaData().getURL();
    return url != null && url.startsWith(SqliteLocation.PREFIX)
        ? SqliteLocation.of(url).namespace()
        : null;
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
        Capability.ONE_SNAPSHOT,
        Capability.ORDERED_LOCKS,
        Capability.CONSTRAINT_ORDER,
        Capability.TRANSACTIONAL_DDL,
        Capability.SCHEMA_INSPECTION,
        Capability.CHANGE_CAPTURE,
        Capability.FILE_BACKUP,
        Capability.AUDIT_TRAIL);
  }

  /** Without this, jOOQ reads other rows back than the ones that were written (jOOQ#18073). */
  @Override
  public void configure(Settings settings) {
    settings.setFetchTriggerValuesAfterReturning(FetchTriggerValuesAfterReturning.NEVER);
  }

  @Override
  public ConnectionPools openPools(ConnectionSettings settings) throws SQLException {
    // Before a pool creates the file.
    SqliteEngine.verify(settings, target(settings.url()));
    return SqlitePools.open(settings);
  }

  @Override
  public String target(String url) {
    return SqliteLocation.of(url).target();
  }

  @Override
  public Dialect verify(Connection connection) throws SQLException {
    SqliteEngine.verify(connection);
    try (Statement statement = connection.createStatement();
        ResultSet resultSet =
            statement.executeQuery(
                "SELECT foreign_keys, encoding FROM pragma_foreign_keys, pragma_encoding")) {
      if (!resultSet.next() || resultSet.getInt(1) != 1) {
        throw new DatabaseOpenException(
            "Foreign keys are not enforced on the connections of this data source. Add"
                + " foreign_keys=on to its URL or properties.",
            FailureContext.NONE,
            null);
      } else if (!"UTF-8".equals(resultSet.getString(2))) {
        throw new DatabaseOpenException(
            "The file's encoding is "
                + resultSet.getString(2)
                + ", in which SQLite does not sort text by code point. Copy the contents into a new"
                + " file with the encoding UTF-8.",
            FailureContext.NONE,
            null);
      }
    }
    return this;
  }

  @Override
  public TransactionControl transactions() {
    return SqliteTransactions.INSTANCE;
  }

  @Override
  public StatementTraits statementTraits() {
    return SqliteStatementTraits.INSTANCE;
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
  public TextFunctions textFunctions() {
    return SqliteTextFunctions.INSTANCE;
  }

  @Override
  public MigrationLock migrationLock(DataSource dataSource) {
    return new SqliteMigrationLock(dataSource);
  }

  @Override
  public Optional<SchemaInspector> schemaInspector() {
    return Optional.of(SqliteSchemaInspector.INSTANCE);
  }

  @Override
  public TransferSupport transfer() {
    return SqliteTransferSupport.INSTANCE;
  }

  @Override
  public Optional<AuditTriggers> auditTriggers() {
    return Optional.of(SqliteAuditTriggers.INSTANCE);
  }
}

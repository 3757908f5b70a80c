package dev.taskstore.dialect.postgres;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.db.spi.BulkLoader;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.MigrationLock;
import dev.taskstore.db.spi.Replication;
import dev.taskstore.db.spi.RoleStatements;
import dev.taskstore.db.spi.RowPolicies;
import dev.taskstore.db.spi.SchemaInspector;
import dev.taskstore.db.spi.StatementTraits;
import dev.taskstore.db.spi.TextFunctions;
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

/** PostgreSQL. */
class PostgresDialect implements Dialect {

  /** The encoding; the version of Citus and its mode of changes in several shards, or null. */
  private static final String REQUIREMENTS =
      """
      SELECT current_setting('server_encoding'),
        (SELECT extversion FROM pg_extension WHERE extname = 'citus'),
        current_setting('citus.multi_shard_modify_mode', true)
      """;

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String systemName() {
    return "postgresql";
  }

  @Override
  public String namespace(Connection connection) throws SQLException {
    String schema = connection.getSchema();
    String database = connection.getCatalog();
    return schema == null ? database : database + "|" + schema;
  }

  @Override
  public SQLDialect jooqDialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  public FailureClassifier failures() {
    return PostgresFailures::classify;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.CONCURRENT_WRITERS,
        Capability.AUTHENTICATION,
        Capability.WEAK_ISOLATION,
        Capability.BULK_PROTOCOL,
        Capability.CODE_POINT_ORDER,
        Capability.ONE_SNAPSHOT,
        Capability.ORDERED_LOCKS,
        Capability.CONSTRAINT_ORDER,
        Capability.TRANSACTIONAL_DDL,
        Capability.SCHEMA_INSPECTION,
        Capability.COMMENTS,
        Capability.CHANGE_CAPTURE,
        Capability.SNAPSHOT_SHARING,
        Capability.ROLES,
        Capability.ROW_SECURITY,
        Capability.AUDIT_TRAIL,
        Capability.REPLICAS);
  }

  @Override
  public ConnectionPools openPools(ConnectionSettings settings) throws SQLException {
    return PostgresPools.open(settings);
  }

  @Override
  public String target(String url) {
    return PostgresPools.target(url);
  }

  @Override
  public Dialect verify(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet resultSet = statement.executeQuery(REQUIREMENTS)) {
      if (!resultSet.next() || !"UTF8".equals(resultSet.getString(1))) {
        throw new DatabaseOpenException(
            "The database's encoding is not UTF8, so that it cannot hold all text. Create it with"
                + " ENCODING 'UTF8' TEMPLATE template0.",
            FailureContext.NONE,
            null);
      }
      return resultSet.getString(2) == null
          ? this
          : CitusDialect.verified(resultSet.getString(3), connection.getCatalog());
    }
  }

  @Override
  public TransactionControl transactions() {
    return PostgresTransactions.INSTANCE;
  }

  @Override
  public StatementTraits statementTraits() {
    return PostgresStatementTraits.INSTANCE;
  }

  @Override
  public ValueStorage valueStorage() {
    return PostgresValueStorage.INSTANCE;
  }

  @Override
  public TextFunctions textFunctions() {
    return PostgresTextFunctions.INSTANCE;
  }

  @Override
  public MigrationLock migrationLock(DataSource dataSource) {
    return new PostgresMigrationLock(dataSource);
  }

  @Override
  public Optional<SchemaInspector> schemaInspector() {
    return Optional.of(PostgresSchemaInspector.INSTANCE);
  }

  @Override
  public Optional<BulkLoader> bulkLoader() {
    return Optional.of(PostgresBulkLoader.INSTANCE);
  }

  @Override
  public TransferSupport transfer() {
    return PostgresTransferSupport.INSTANCE;
  }

  @Override
  public Optional<RoleStatements> roles() {
    return Optional.of(PostgresRoleStatements.INSTANCE);
  }

  @Override
  public Optional<RowPolicies> rowPolicies() {
    return Optional.of(PostgresRowPolicies.INSTANCE);
  }

  @Override
  public Optional<AuditTriggers> auditTriggers() {
    return Optional.of(PostgresAuditTriggers.INSTANCE);
  }

  @Override
  public Optional<Replication> replication() {
    return Optional.of(PostgresReplication.INSTANCE);
  }
}

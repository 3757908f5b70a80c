package dev.taskstore.dialect.postgres;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.Replication;
import dev.taskstore.db.spi.RowPolicies;
import dev.taskstore.db.spi.StatementTraits;
import dev.taskstore.db.spi.TransferSupport;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL with the extension Citus, which distributes the rows of a table over several servers.
 * Distributed tables have no triggers, and their policies no subqueries. One snapshot and one
 * position of the log describe one of the servers only. The shards have the constraints of their
 * table in the order of the names.
 *
 * @see <a href="https://docs.citusdata.com/en/stable/develop/reference_workarounds.html">Citus: SQL
 *     Support and Workarounds</a>
 */
final class CitusDialect extends PostgresDialect {

  private static final Set<Capability> MISSING =
      EnumSet.of(
          Capability.ONE_SNAPSHOT,
          Capability.ORDERED_LOCKS,
          Capability.CONSTRAINT_ORDER,
          Capability.CHANGE_CAPTURE,
          Capability.SNAPSHOT_SHARING,
          Capability.ROW_SECURITY,
          Capability.AUDIT_TRAIL,
          Capability.REPLICAS);

  private static final String SEQUENTIAL = "sequential";

  /**
   * Returns the dialect for a database.
   *
   * @param mode the value of {@code citus.multi_shard_modify_mode}
   * @param database the name of the database
   * @throws DatabaseOpenException if the mode is not sequential
   */
  static CitusDialect verified(@Nullable String mode, String database) {
    if (!SEQUENTIAL.equals(mode)) {
      throw new DatabaseOpenException(
          "citus.multi_shard_modify_mode is not sequential, so that Citus refuses transactions that"
              + " write a reference table after rows of several shards. Run ALTER DATABASE "
              + PostgresTransferSupport.quoted(database)
              + " SET citus.multi_shard_modify_mode = 'sequential', and connect again.",
          FailureContext.NONE,
          null);
    }
    return new CitusDialect();
  }

  @Override
  public String name() {
    return "citus";
  }

  @Override
  public FailureClassifier failures() {
    return CitusFailures::classify;
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.copyOf(super.capabilities());
    capabilities.removeAll(MISSING);
    return capabilities;
  }

  @Override
  public StatementTraits statementTraits() {
    return PostgresStatementTraits.CITUS;
  }

  @Override
  public TransferSupport transfer() {
    return PostgresTransferSupport.CITUS;
  }

  @Override
  public Optional<RowPolicies> rowPolicies() {
    return Optional.empty();
  }

  @Override
  public Optional<AuditTriggers> auditTriggers() {
    return Optional.empty();
  }

  @Override
  public Optional<Replication> replication() {
    return Optional.empty();
  }
}

package dev.taskstore.db.spi;

/**
 * An optional feature of a dialect. A dialect that declares a capability must pass the tests of it
 * in the test kit; the tests of other capabilities are skipped.
 */
public enum Capability {
  /** Several write transactions make progress at the same time. */
  CONCURRENT_WRITERS("several write transactions at the same time"),
  /** Connecting requires credentials, and wrong credentials are rejected. */
  AUTHENTICATION("credentials are checked when connecting"),
  /** The database is a local file that the JDBC URL names. */
  EMBEDDED_FILE("the database is a local file"),
  /**
   * At isolation levels below {@code SERIALIZABLE}, a transaction sees commits of other
   * transactions.
   */
  WEAK_ISOLATION("isolation levels weaker than serializable"),
  /** {@code load} uses a protocol of the database that is faster than batched inserts. */
  BULK_PROTOCOL("a bulk load protocol of its own"),
  /** Text is compared by code point, regardless of the locale of the server. */
  CODE_POINT_ORDER("text ordered by code point under any locale"),
  /**
   * A statement reads one snapshot of all rows, and so does a transaction at {@code REPEATABLE
   * READ} or above; {@code SERIALIZABLE} regards all rows. Otherwise this holds for the rows of
   * each of several servers.
   */
  ONE_SNAPSHOT("one snapshot of all rows"),
  /**
   * Transactions that lock rows in one order do not deadlock. Otherwise rows are locked in a
   * different order on each of several servers, and one of the transactions fails with a {@link
   * dev.taskstore.db.exception.TransientFailureException}.
   */
  ORDERED_LOCKS("rows locked in one order"),
  /** If a row violates several constraints of one kind, the oldest of them is reported. */
  CONSTRAINT_ORDER("the oldest of several violated constraints is reported"),
  /** DDL is transactional: a failed changeset is rolled back completely. */
  TRANSACTIONAL_DDL("a failed changeset leaves nothing behind"),
  /**
   * The dialect has a {@link SchemaInspector}, so that a live schema can be compared with its
   * changelog.
   */
  SCHEMA_INSPECTION("a live schema compared with its changelog"),
  /** Tables, columns and indexes have comments, which the comparison includes. */
  COMMENTS("comments on tables, columns and indexes"),
  /** The dialect has a {@link ChangeCapture}: writes during a copy are recorded. */
  CHANGE_CAPTURE("changes recorded by triggers, and sealed tables"),
  /** The dialect has a {@link SnapshotSharing}. */
  SNAPSHOT_SHARING("one snapshot read by several connections"),
  /** The dialect has a {@link FileBackup}. */
  FILE_BACKUP("online backup into a file"),
  /** The dialect has {@link RoleStatements}. */
  ROLES("roles with privileges on tables"),
  /** The dialect has {@link RowPolicies}: policies limit the rows of a role. */
  ROW_SECURITY("row-level security"),
  /** The dialect has {@link AuditTriggers}: triggers record the changes of rows. */
  AUDIT_TRAIL("an audit trail written by triggers"),
  /** The dialect has a {@link Replication}: reads may run on replicas. */
  REPLICAS("reads on replicas");

  private final String description;

  Capability(String description) {
    this.description = description;
  }

  /**
   * Returns a description of the capability.
   *
   * @return a phrase for messages and tables
   */
  public String description() {
    return description;
  }
}

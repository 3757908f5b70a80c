package dev.taskstore.db.observation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a database, as known when it starts. Immutable. Contains names of the schema and
 * numbers, never values, parameters or the text of a statement. All texts have few different
 * values, so that they can be the attributes of metrics.
 *
 * @param kind the kind of operation
 * @param system the database management system, a name of OpenTelemetry's {@code db.system.name}
 * @param namespace the name of the database, for a file its name without folders; with the schema
 *     of the first connection after a {@code |}, if the system has schemas. Null if it is unknown
 * @param name the name of the operation, such as {@code SELECT}, {@code BATCH INSERT} or {@code
 *     TRANSACTION}; null for a statement of plain SQL
 * @param table the table of the operation, without a schema; null for a statement of plain SQL, or
 *     if the operation concerns no table or several
 * @param summary the operations and tables in their order, such as {@code SELECT tasks} or {@code
 *     INSERT archive SELECT tasks}; at most 255 characters. For other kinds than statements and
 *     bulk loads, the name
 * @param readOnly whether the transaction is read-only, or the connection is for reading; false for
 *     other kinds of operations
 * @param attempt the number of the attempt of a transaction, or of the attempt that a retry
 *     follows, from 1; 1 for other kinds of operations
 */
public record DatabaseOperation(
    Kind kind,
    String system,
    @Nullable String namespace,
    @Nullable String name,
    @Nullable String table,
    String summary,
    boolean readOnly,
    int attempt) {

  /** The kind of an operation. Later versions may add kinds. */
  public enum Kind {

    /**
     * A statement of a repository or of plain jOOQ, from its preparation until its rows are read
     * and it is closed. A batch is one statement, even if the driver sends it in parts. A failed
     * statement ends when the violated constraint is found.
     */
    STATEMENT,

    /**
     * A load of rows with a protocol of the database or, if it has none, with batches. The
     * statements of the load are operations of their own.
     */
    BULK_LOAD,

    /**
     * One attempt of an outermost transaction, from the request for its connection until the
     * connection is released. Nested transactions are savepoints and no operations. Transactions of
     * the application that the library joins are not observed; if it may join some, its own start
     * when they have their connection.
     */
    TRANSACTION,

    /**
     * The pause between a failed attempt and the next one, of a transaction or of a call outside of
     * a transaction. Its result contains the failure of the attempt.
     */
    RETRY,

    /** The wait for a connection of a pool. */
    CONNECTION,

    /** The application or the rollback of changesets. Its statements are not observed. */
    MIGRATION
  }

  /** Checks that only the optional texts are null. */
  public DatabaseOperation {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(summary, "summary");
  }
}

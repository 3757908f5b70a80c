package dev.taskstore.db.internal.failure;

import dev.taskstore.db.exception.AppendOnlyException;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseSealedException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.NotNullViolationException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.RowSecurityException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Classification;
import org.jspecify.annotations.Nullable;

/**
 * Creates the exceptions that callers receive for failures of the database. All messages are in
 * this class.
 */
final class FailureExceptions {

  private static final String UNREACHABLE =
      "The database is unreachable, or the connection was lost";

  private FailureExceptions() {}

  /** Returns the exception for a classified failure. */
  static RuntimeException create(
      Classification found, FailureContext at, @Nullable Throwable cause) {
    String detail = detail(found);
    return switch (found.kind()) {
      case UNIQUE ->
          new UniqueViolationException(
              "Duplicate value"
                  + place(" for ", at)
                  + violated("unique", at)
                  + ". Choose another value, or upsert.",
              at,
              cause);
      case FOREIGN_KEY ->
          new ForeignKeyViolationException(
              "Broken reference"
                  + place(" in ", at)
                  + violated("foreign key", at)
                  + ". Insert the referenced row first, or delete the rows that reference it.",
              at,
              cause);
      case NOT_NULL ->
          new NotNullViolationException(
              "Null value"
                  + place(" in ", at)
                  + violated("not-null", at)
                  + ". Provide a value for the column.",
              at,
              cause);
      case CHECK ->
          new CheckViolationException(
              "Invalid value" + place(" in ", at) + violated("check", at) + ". Correct the value.",
              at,
              cause);
      case TRANSIENT ->
          new TransientFailureException(
              "The database is busy, or there was a deadlock or serialization failure; this"
                  + " transaction was rolled back. Retry it.",
              at,
              cause);
      case CONNECTION -> new ConnectionLostException(UNREACHABLE + detail + ".", at, cause);
      case TIMEOUT ->
          new DatabaseTimeoutException(
              "The statement was canceled, or it exceeded queryTimeout. Its changes were rolled"
                  + " back.",
              at,
              cause);
      case READ_ONLY ->
          new ReadOnlyTransactionException(
              "The transaction or the database is read-only. Write in a read-write transaction, to"
                  + " a writable database.",
              at,
              cause);
      case ROLLBACK_ONLY ->
          new RollbackOnlyException(
              "A statement of this transaction failed; it can only be rolled back. Run statements"
                  + " that may fail in a nested transaction.",
              at,
              cause);
      case INVALID_VALUE ->
          new InvalidArgumentException(
              "Invalid value"
                  + place(" for ", at)
                  + ": it does not fit the type or the size of its column.",
              at,
              cause);
      case STORAGE_FULL ->
          new StorageFullException(
              "The database has no space left. Free disk space, or raise the quota.", at, cause);
      case SCHEMA ->
          new SchemaOutOfDateException(
              "A table, column or index is missing"
                  + detail
                  + ". Migrate the database. If a newer program has migrated it, which"
                  + " migrations().validate() reports, upgrade this program instead.",
              at,
              cause);
      case OPEN ->
          new DatabaseOpenException("The database cannot be opened" + detail + ".", at, cause);
      case PERMISSION ->
          new DatabaseException(
              "The role of the connection lacks a privilege"
                  + detail
                  + ". Grant it, or connect with another role.",
              at,
              cause);
      case ROW_SECURITY ->
          new RowSecurityException(
              "Row-level security does not permit the row"
                  + place(" of ", at)
                  + ": it does not belong to the principal of the transaction, or there is no"
                  + " principal. Set the principal of the row's owner.",
              at,
              cause);
      case SEALED ->
          new DatabaseSealedException(
              "The database is sealed: its contents were copied to another database"
                  + detail
                  + ". Connect to the new database.",
              at,
              cause);
      case APPEND_ONLY ->
          new AppendOnlyException(
              "The audit trail refused the statement"
                  + place(" on ", at)
                  + ": its entries cannot be updated or deleted, and TRUNCATE would not be recorded."
                  + " Delete old entries with prune(...) of the audit trail, and rows with DELETE.",
              at,
              cause);
      case OTHER -> new DatabaseException("The statement failed" + detail + ".", at, cause);
    };
  }

  private static String place(String preposition, FailureContext at) {
    if (at.table() == null) {
      return "";
    }
    return preposition
        + at.table()
        + (at.columns().isEmpty() ? "" : "(" + String.join(", ", at.columns()) + ")");
  }

  private static String violated(String type, FailureContext at) {
    return at.constraint() == null ? "" : ": violates " + type + " constraint " + at.constraint();
  }

  static ConnectionLostException notConnected(Classification found, Throwable cause) {
    return new ConnectionLostException(
        UNREACHABLE
            + detail(found)
            + ". The call waited for connectionTimeout; set a shorter time with"
            + " connectionTimeout(...) of the builder.",
        FailureContext.NONE,
        cause);
  }

  private static String detail(Classification found) {
    return found.message() == null ? "" : ": " + found.message();
  }

  static DatabaseTimeoutException poolExhausted(Throwable cause) {
    return new DatabaseTimeoutException(
        "No connection became available in the pool within connectionTimeout. End transactions and"
            + " close streams sooner, or raise maximumPoolSize or connectionTimeout.",
        FailureContext.NONE,
        cause);
  }

  static DatabaseTimeoutException interrupted(InterruptedException cause) {
    return new DatabaseTimeoutException(
        "The thread was interrupted while it waited for a connection.", FailureContext.NONE, cause);
  }

  static CommitOutcomeUnknownException commitOutcomeUnknown(@Nullable Throwable cause) {
    return new CommitOutcomeUnknownException(
        "The connection was lost during the commit; the outcome is unknown. Check whether the"
            + " changes were written before you repeat them.",
        FailureContext.NONE,
        cause);
  }
}

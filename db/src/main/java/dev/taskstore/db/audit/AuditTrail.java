package dev.taskstore.db.audit;

import dev.taskstore.changelog.AuditTable;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * The audit trail of a database: triggers that record each change of a row of the declared tables
 * in the table {@value #TABLE}, in the transaction that changes it, and the entries. Writes of
 * repositories, of plain jOOQ and of other programs are recorded, also cascades and bulk loads. The
 * changelog creates the table: it includes {@value #CHANGELOG}. Thread-safe.
 *
 * <p>The actor of a change is that of {@link dev.taskstore.db.TransactionOptions#actor}, or the
 * principal of a {@link dev.taskstore.db.Scope}, if the database was opened with {@link
 * dev.taskstore.db.DatabaseOptions#auditTrail}.
 *
 * <p>While the audit trail is enabled, entries cannot be updated or deleted: this throws {@link
 * dev.taskstore.db.exception.AppendOnlyException}. {@link #prune} deletes old ones.
 *
 * <p>Calls join the active transaction of the thread. All methods throw {@link
 * dev.taskstore.db.exception.SchemaOutOfDateException} if the table of the entries does not exist,
 * and {@link #enable} also if a declared table does not.
 */
public interface AuditTrail {

  /** The table of the entries. */
  String TABLE = AuditTable.NAME;

  /** The changelog file that creates the table, a resource of the library. */
  String CHANGELOG = AuditTable.CHANGELOG;

  /** The maximum length of the name of an actor, in code points. */
  int MAXIMUM_ACTOR_LENGTH = 255;

  /**
   * Returns the statements that create the triggers. Changes nothing. The statements fit into a
   * changeset with one {@code <sql splitStatements="false">} for each; those of {@link #disableSql}
   * are its rollback.
   *
   * @return the statements in the order of execution, without delimiters
   */
  List<String> enableSql();

  /**
   * Returns the statements that drop the triggers of all declared tables. Entries remain. Changes
   * nothing.
   *
   * @return the statements in the order of execution, without delimiters
   */
  List<String> disableSql();

  /**
   * Creates the triggers, in one transaction. Those of an earlier declaration are replaced.
   * Requires the role that owns the tables. Call it again after a migration that changes the
   * columns of a declared table.
   *
   * @throws dev.taskstore.db.exception.DatabaseException if the role does not own the tables
   */
  void enable();

  /**
   * Drops the triggers of the library's audit trail on all tables, in one transaction. Entries
   * remain, and can then be changed and deleted. Without effect if there are none.
   *
   * @throws dev.taskstore.db.exception.DatabaseException if the role does not own the tables
   */
  void disable();

  /**
   * Compares the triggers in force with the declaration.
   *
   * @return the differences, ordered by name; empty if the declaration is in force
   */
  List<AuditDifference> differences();

  /**
   * Reads the entries of a row, the oldest first; {@link PageRequest#last} requests the newest.
   *
   * @param key the primary key of a declared table, a single column
   * @param value the key of the row, which need not exist any more
   * @param request the position and size of the page
   * @param <T> the type of the key
   * @return the page
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the column is not the primary
   *     key of a declared table, or if the request was made for a list with another order
   */
  <T> Page<AuditEntry> entries(TableField<?, T> key, T value, PageRequest request);

  /**
   * Reads the entries of a row with a composite key, the oldest first.
   *
   * @param table a declared table
   * @param key the values of the primary key, in the order of its columns
   * @param request the position and size of the page
   * @return the page
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the table is not declared, if
   *     the key has another number of columns or other types, or if the request was made for a list
   *     with another order
   */
  Page<AuditEntry> entries(Table<?> table, List<?> key, PageRequest request);

  /**
   * Reads the entries of a table since a time, ordered by time and number.
   *
   * <p>This is no feed of changes: a transaction that commits later can add entries before the last
   * one that was read.
   *
   * @param table a declared table
   * @param since the earliest time, inclusive
   * @param request the position and size of the page
   * @return the page
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the table is not declared, or if
   *     the request was made for a list with another order
   */
  Page<AuditEntry> entriesSince(Table<?> table, Instant since, PageRequest request);

  /**
   * Deletes all entries before a time, in one transaction. Reads the whole table of the entries.
   * Requires a role that may delete its rows, such as its owner.
   *
   * @param before the time of the first entry to keep
   * @return the number of deleted entries
   * @throws dev.taskstore.db.exception.DatabaseException if the role may not delete entries
   */
  long prune(Instant before);
}

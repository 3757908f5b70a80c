package dev.taskstore.db.security;

import java.util.List;

/**
 * Row-level security of a database: policies that limit the rows which a role can read and write,
 * made from a {@link dev.taskstore.db.scope.RowOwnership}. They also apply to statements that do
 * not come from this library. Thread-safe.
 *
 * <p>The policies compare rows with the principal of the current transaction, the setting {@value
 * #PRINCIPAL_SETTING}. Without a principal, a role under policies sees no row and inserts none.
 * With one, it reads and writes the principal's rows, reads rows that others share with the
 * principal and updates them where the declaration permits it, and reads and inserts rows of common
 * tables. With {@value #ALL_PRINCIPALS}, it reads and writes all rows of the declared tables.
 *
 * <p>Policies do not apply to superusers, to roles with {@code BYPASSRLS}, and to the owner of the
 * tables, which migrates them. Connect applications with a role of their own, see {@link
 * RolePrivileges}.
 *
 * <p>Owner columns contain UUIDs, integers or texts; other types are refused with {@link
 * dev.taskstore.db.exception.InvalidArgumentException}. Methods throw {@link
 * dev.taskstore.db.exception.SchemaOutOfDateException} if a declared table or column does not
 * exist.
 */
public interface RowSecurity {

  /** The setting that contains the principal, as text. */
  String PRINCIPAL_SETTING = "taskstore.principal";

  /**
   * The value of the setting that stands for all principals: with it, all rows of the declared
   * tables are read and written. No scope has this principal. A program that names principals with
   * its own SQL must not accept this text from its users.
   */
  String ALL_PRINCIPALS = "*";

  /**
   * Returns the statements that create the policies and put them in force. Changes nothing. The
   * statements fit into a changeset; those of {@link #disableSql} are its rollback.
   *
   * @return the statements in the order of execution, without delimiters
   */
  List<String> enableSql();

  /**
   * Returns the statements that end row-level security on the declared tables and drop the policies
   * of {@link #enableSql}. Policies of other names remain, without effect. Changes nothing.
   *
   * @return the statements in the order of execution, without delimiters
   */
  List<String> disableSql();

  /**
   * Creates the policies and puts them in force, in one transaction. Policies of an earlier
   * declaration are replaced. The tables are locked until the end of the transaction. Requires the
   * role that owns the tables.
   *
   * @throws dev.taskstore.db.exception.DatabaseException if the role does not own the tables
   */
  void enable();

  /**
   * Ends row-level security on the declared tables and drops the policies, in one transaction.
   * Without effect if there are none. Requires the role that owns the tables.
   *
   * @throws dev.taskstore.db.exception.DatabaseException if the role does not own the tables
   */
  void disable();

  /**
   * Compares the policies in force with the declaration: whether row-level security is enabled on
   * each declared table; missing, changed and further policies on these tables; and policies of
   * this library on other tables. Leaves nothing in the database.
   *
   * <p>Requires a transaction that may write, {@code SELECT} on the declared tables and the
   * privilege to create temporary tables, which everybody has by default.
   *
   * @return the differences, ordered by table and policy; empty if the declaration is in force
   * @throws dev.taskstore.db.exception.DatabaseException if a privilege is missing
   */
  List<PolicyDifference> differences();
}

package dev.taskstore.db;

import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.scope.RowScope;
import dev.taskstore.db.scope.RowOwnership;
import org.jooq.DSLContext;

/**
 * A session that reads and writes only the rows of one principal, as a {@link RowOwnership}
 * declares them. All methods of its repositories behave as if the rows of other principals did not
 * exist:
 *
 * <ul>
 *   <li>Such a row is not found, not counted and not changed. An update of it throws the exception
 *       for a missing row.
 *   <li>A reference to such a row throws {@link
 *       dev.taskstore.db.exception.ForeignKeyViolationException}, with the name of the foreign key.
 *   <li>A row that would belong to somebody else is not written: a call throws {@link
 *       ScopeViolationException} if no foreign key prevents it.
 *   <li>Common rows are read and inserted. To update or delete them throws {@link
 *       ScopeViolationException}.
 *   <li>Rows that other principals share with the principal are visible. They are updated if the
 *       declaration permits it; any other write of them throws {@link ScopeViolationException}.
 *   <li>Constraints hold for all rows. A unique value that a row of somebody else has is taken: an
 *       insert or upsert throws {@link dev.taskstore.db.exception.UniqueViolationException}.
 * </ul>
 *
 * <p>A scope of {@link Database#scopedToAll} has the rows of all principals instead.
 *
 * <p>Thread-safe. Transactions that it starts, and nested ones, have the same scope. After {@link
 * #close}, its calls, repositories, transactions and open streams throw {@link
 * IllegalStateException}; the database stays open.
 */
public final class Scope extends Session implements AutoCloseable {

  private final Database whole;
  private final RowScope rows;

  Scope(Database whole, RowScope rows) {
    this.whole = whole;
    this.rows = rows;
  }

  @Override
  OpenDatabase database() {
    OpenDatabase database = whole.database();
    rows.ensureOpen();
    return database.actingAs(rows.principalText());
  }

  @Override
  RowScope rowScope() {
    return rows;
  }

  /**
   * Refuses plain jOOQ, which could use any row.
   *
   * @throws ScopeViolationException always, unless the scope or the database has been closed
   * @throws IllegalStateException if this scope or the database has been closed
   */
  @Override
  public DSLContext dsl() {
    database();
    throw rows.plainJooq();
  }

  /** Ends the use of this session and of all that was obtained from it. */
  @Override
  public void close() {
    rows.close();
  }
}

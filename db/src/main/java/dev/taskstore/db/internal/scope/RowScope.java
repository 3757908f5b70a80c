package dev.taskstore.db.internal.scope;

import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.internal.statement.RowRestriction;
import dev.taskstore.db.internal.statement.ScopeBinding;
import dev.taskstore.db.internal.statement.StatementRenderer;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.statement.WriteRules;
import dev.taskstore.db.mapping.TableMapping;
import dev.taskstore.db.scope.TableOwnership;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A principal, and the statements that use only the rows of the principal; or all principals, and
 * statements that use all rows. Thread-safe.
 */
public final class RowScope implements ScopeBinding {

  private final OwnedStatements owned;
  private final Object principal;
  private final String principalText;
  private final StatementRenderer renderer;
  private final ConcurrentMap<TableMapping<?, ?>, TableStatements> tables =
      new ConcurrentHashMap<>();
  private volatile boolean closed;

  RowScope(OwnedStatements owned, Object principal, String principalText, RowRestriction visible) {
    this.owned = owned;
    this.principal = principal;
    this.principalText = principalText;
    this.renderer = owned.renderer().boundTo(visible, this);
  }

  @Override
  public Object principal() {
    return principal;
  }

  @Override
  public String principalText() {
    return principalText;
  }

  /**
   * Returns the statements of a table.
   *
   * @throws ScopeViolationException when the ownership does not declare the table
   */
  public TableStatements statements(TableMapping<?, ?> mapping) {
    return tables.computeIfAbsent(mapping, this::newStatements);
  }

  private TableStatements newStatements(TableMapping<?, ?> mapping) {
    owned.declared(mapping.table());
    return new TableStatements(owned.shared(mapping), renderer, this, this::rules);
  }

  private @Nullable WriteRules rules(Table<?> table) {
    TableOwnership declared = owned.declared(table);
    return owned.isLimited() ? new ScopedWrites(owned, this, declared) : null;
  }

  @Override
  public void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("This scope has been closed. Open another one.");
    }
  }

  /** Returns the exception for the use of plain jOOQ. */
  public ScopeViolationException plainJooq() {
    return ScopeRefusals.plainJooq();
  }

  /** Returns the exception for the use of the audit trail. */
  public ScopeViolationException auditTrail() {
    return ScopeRefusals.auditTrail();
  }

  /** Closes the scope: its sessions, statements and streams can no longer be used. */
  public void close() {
    closed = true;
  }
}

package dev.taskstore.differential.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions on the rows of the model. Each level keeps a copy of the rows at its start. */
final class ModelTransactions {

  static final class Scope {
    final @Nullable Scope parent;
    final boolean readOnly;
    final ModelRows before;
    boolean rollbackOnly;
    boolean rolledBack;

    Scope(@Nullable Scope parent, boolean readOnly, ModelRows before) {
      this.parent = parent;
      this.readOnly = readOnly;
      this.before = before;
    }

    /** Tells whether this level, or one around it, is rolled back. */
    boolean isRolledBack() {
      return rolledBack || (parent != null && parent.isRolledBack());
    }

    Scope outermost() {
      return parent == null ? this : parent.outermost();
    }
  }

  private ModelRows rows = new ModelRows();
  private @Nullable Scope scope;
  private final ModelCallbacks callbacks = new ModelCallbacks(this);

  private @Nullable Visibility visibility;
  private final Refusals refusals;

  ModelTransactions(Refusals refusals) {
    this.refusals = refusals;
  }

  ModelRows rows() {
    return rows;
  }

  /** Returns the rule of the scope in which a call runs; null without a scope. */
  @Nullable Visibility visibility() {
    return visibility;
  }

  /** Returns the rule of the scope in which a call runs; null if it has all rows. */
  @Nullable Visibility limit() {
    return visibility != null && visibility.isLimited() ? visibility : null;
  }

  /** Returns how the scope refuses writes. */
  Refusals refusals() {
    return refusals;
  }

  /** Runs a call as if the rows of others did not exist. */
  <T> T scoped(Principal principal, Supplier<T> work) {
    Visibility rule = rows.visibilityOf(principal);
    visibility = rule;
    rows = rows.visibleTo(rule);
    try {
      return work.get();
    } finally {
      rows = rows.whole();
      visibility = null;
    }
  }

  ModelCallbacks callbacks() {
    return callbacks;
  }

  @Nullable Scope scope() {
    return scope;
  }

  boolean isRunning() {
    return scope != null;
  }

  private void ensureMayRun() {
    if (scope != null && scope.rollbackOnly) {
      throw ModelFailure.rollbackOnly();
    }
  }

  private void ensureMayWrite() {
    ensureMayRun();
    if (scope != null && scope.readOnly) {
      throw ModelFailure.readOnly();
    }
  }

  /** Runs a query. */
  <T> T read(Supplier<T> work) {
    ensureMayRun();
    return work.get();
  }

  /** Runs a statement. If it fails, the enclosing transaction can only be rolled back. */
  <T> T statement(Supplier<T> work) {
    ensureMayWrite();
    return run(work);
  }

  private <T> T run(Supplier<T> work) {
    ModelRows before = rows.copy();
    try {
      return work.get();
    } catch (ModelFailure e) {
      rows = before;
      if (scope != null && e.isOfStatement()) {
        scope.rollbackOnly = true;
      }
      throw e;
    }
  }

  /**
   * Runs a statement of plain jOOQ. The database rejects it only if the outermost transaction is
   * read-only.
   */
  <T> T plainStatement(Supplier<T> work) {
    ensureMayRun();
    if (scope != null && scope.outermost().readOnly) {
      scope.rollbackOnly = true;
      throw ModelFailure.readOnly();
    }
    return run(work);
  }

  /** Runs a block atomically, as a nested transaction if there is an active one. */
  <T> T transaction(boolean readOnly, Supplier<T> work) {
    if (readOnly) {
      ensureMayRun();
    } else {
      ensureMayWrite();
    }
    Scope inner = new Scope(scope, readOnly || (scope != null && scope.readOnly), rows.copy());
    if (scope == null) {
      callbacks.begin();
    }
    scope = inner;
    T result;
    inner.rolledBack = true;
    try {
      result = work.get();
      if (inner.rollbackOnly) {
        throw ModelFailure.rollbackOnly();
      }
      inner.rolledBack = false;
    } finally {
      scope = inner.parent;
      if (inner.rolledBack) {
        rows = inner.before;
      }
      if (scope == null) {
        callbacks.end();
      }
    }
    if (scope == null && callbacks.hasFailed()) {
      throw ModelFailure.afterCommit();
    }
    return result;
  }

  /** Runs work and, if it violates a constraint, undoes it and runs other work. */
  <T> T orElse(Supplier<T> first, Supplier<T> second) {
    ModelRows before = rows.copy();
    try {
      return first.get();
    } catch (ModelFailure e) {
      if (!e.isOfStatement() || e.isOfPolicy()) {
        throw e;
      }
      rows = before;
      return second.get();
    }
  }

  /** Runs a call on several rows as a writing block. */
  <T> T atomically(Supplier<T> work) {
    return transaction(false, work);
  }
}

package dev.taskstore.db.internal.statement;

import org.jooq.Condition;
import org.jooq.Param;
import org.jooq.Table;
import org.jooq.VisitListener;

/** Restricts the rows that statements read and change. Thread-safe. */
public interface RowRestriction {

  /** Returns the listener that replaces the tables of a query by their visible rows. */
  VisitListener listener();

  /** Returns the condition that a row of the target of an update or delete permits it. */
  Condition permitted(Table<?> table, RowPermission permission);

  /** Returns whether a parameter is the principal, which is bound by the scope. */
  boolean isPrincipal(Param<?> parameter);

  /** Returns whether each update and delete must have the principal as a parameter. */
  boolean namesPrincipal();
}

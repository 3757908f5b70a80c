package dev.taskstore.db.internal.scope;

import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.RowRestriction;
import org.jooq.Condition;
import org.jooq.Param;
import org.jooq.Table;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;

/** Restricts nothing. Stateless and thread-safe. */
enum AllRows implements RowRestriction, VisitListener {
  INSTANCE;

  @Override
  public VisitListener listener() {
    return this;
  }

  @Override
  public Condition permitted(Table<?> table, RowPermission permission) {
    return DSL.noCondition();
  }

  @Override
  public boolean isPrincipal(Param<?> parameter) {
    return false;
  }

  @Override
  public boolean namesPrincipal() {
    return false;
  }
}

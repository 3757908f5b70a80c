package dev.taskstore.db.internal.scope;

import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.QueryPart;
import org.jooq.Scope;
import org.jooq.Table;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomQueryPart;

/**
 * The parts of a query that restrict its rows. They read the tables themselves, so that they are
 * not restricted again.
 */
final class Trusted {

  private static final Object KEY = Trusted.class;

  private Trusted() {}

  /** Returns whether the part that is rendered restricts rows. */
  static boolean isRendered(Scope context) {
    return context.data(KEY) != null;
  }

  /** Returns a table of a FROM clause. */
  static QueryPart table(Table<?> table) {
    return new Rows(table);
  }

  /** Returns a condition. */
  static Condition condition(Condition condition) {
    return new Predicate(condition);
  }

  private static void visit(Context<?> context, QueryPart part) {
    Object outer = context.data(KEY, true);
    context.visit(part);
    if (outer == null) {
      context.data().remove(KEY);
    }
  }

  private static final class Rows extends CustomQueryPart {

    private static final long serialVersionUID = 1L;

    private final Table<?> table;

    Rows(Table<?> table) {
      this.table = table;
    }

    @Override
    public void accept(Context<?> context) {
      context.declareTables(true, declaring -> visit(declaring, table));
    }
  }

  private static final class Predicate extends CustomCondition {

    private static final long serialVersionUID = 1L;

    private final Condition condition;

    Predicate(Condition condition) {
      this.condition = condition;
    }

    @Override
    public void accept(Context<?> context) {
      visit(context, condition);
    }
  }
}

package dev.taskstore.db.internal.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Operator;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Many conditions that are connected by AND or OR, in nested groups. Databases limit the depth of
 * expressions, and parse a list of operators as an expression of the same depth.
 */
final class LongCondition extends CustomCondition {

  private static final long serialVersionUID = 1L;
  private static final int GROUP = 100;

  private final transient Operator operator;
  private final transient List<Condition> operands;

  private LongCondition(Operator operator, List<Condition> operands) {
    this.operator = operator;
    this.operands = operands;
  }

  /** Returns the condition in groups, or null if it is short. */
  static @Nullable Condition of(Condition condition) {
    boolean isOr = condition instanceof QOM.Or;
    List<Condition> operands = operands(condition, isOr);
    return operands.size() <= GROUP ? null : grouped(isOr ? Operator.OR : Operator.AND, operands);
  }

  private static List<Condition> operands(Condition condition, boolean isOr) {
    List<Condition> operands = new ArrayList<>();
    Deque<Condition> open = new ArrayDeque<>(List.of(condition));
    while (!open.isEmpty()) {
      Condition next = open.pop();
      if (isOr && next instanceof QOM.Or or) {
        open.push(or.$arg2());
        open.push(or.$arg1());
      } else if (!isOr && next instanceof QOM.And and) {
        open.push(and.$arg2());
        open.push(and.$arg1());
      } else {
        operands.add(next);
      }
    }
    return operands;
  }

  private static Condition grouped(Operator operator, List<Condition> operands) {
    List<Condition> groups = operands;
    while (groups.size() > GROUP) {
      List<Condition> larger = new ArrayList<>();
      for (int from = 0; from < groups.size(); from += GROUP) {
        larger.add(
            new LongCondition(
                operator, groups.subList(from, Math.min(from + GROUP, groups.size()))));
      }
      groups = larger;
    }
    return new LongCondition(operator, groups);
  }

  @Override
  public void accept(Context<?> context) {
    context.visit(DSL.condition(operator, operands));
  }
}

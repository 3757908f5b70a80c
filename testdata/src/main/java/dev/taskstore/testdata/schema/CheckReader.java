package dev.taskstore.testdata.schema;

import dev.taskstore.transfer.rows.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Check;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Reads the checks of a table: what they state about single columns, and the conditions that rows
 * are compared with.
 */
final class CheckReader {

  /** The generated tables contain the SQL of the changelog. */
  private static final DSLContext JOOQ = DSL.using(SQLDialect.H2);

  private final List<Column> columns;
  private final Map<String, Restriction> restrictions = new HashMap<>();
  private final List<RowCheck> checks = new ArrayList<>();

  CheckReader(Table<?> table, List<Column> columns) {
    this.columns = columns;
    for (Column column : columns) {
      if (column.length() > 0) {
        restrictions
            .computeIfAbsent(column.name(), absent -> new Restriction())
            .length(0, column.length());
      }
    }
    List<String> leftOut =
        table
            .fieldStream()
            .filter(field -> !Column.isSupported(field))
            .map(field -> '"' + field.getName() + '"')
            .toList();
    for (Check<?> check :
        table.getChecks().stream().sorted(Comparator.comparing(Named::getName)).toList()) {
      // Rows have no value in a column that is left out, or its default.
      if (leftOut.stream().noneMatch(JOOQ.renderInlined(check.condition())::contains)) {
        read(check);
      }
    }
    addPlausibleOrder();
  }

  List<RowCheck> checks() {
    return checks;
  }

  Restriction restriction(Column column) {
    return restrictions.getOrDefault(column.name(), new Restriction());
  }

  private void read(Check<?> check) {
    String text = JOOQ.renderInlined(check.condition());
    Condition condition = parse(text);
    if (condition == null) {
      checks.add(new RowCheck(check.getName(), null, namedIn(text), List.of(), false));
      return;
    }
    restrict(condition);
    checks.add(check(check.getName(), condition, text));
  }

  private RowCheck check(@Nullable String name, Condition condition, String text) {
    List<Column> involved = namedIn(text);
    Set<Object> literals = new LinkedHashSet<>();
    boolean isSupported = isSupported(condition, literals);
    return new RowCheck(name, condition, involved, List.copyOf(literals), isSupported);
  }

  private List<Column> namedIn(String text) {
    return columns.stream().filter(column -> text.contains('"' + column.name() + '"')).toList();
  }

  private static @Nullable Condition parse(String text) {
    try {
      return JOOQ.parser().parseCondition(text);
    } catch (ParserException e) {
      return null;
    }
  }

  /** Evaluates the condition for a row of nulls and for a row of typical values. */
  private boolean isSupported(Condition condition, Set<Object> literals) {
    try {
      Conditions.evaluate(condition, column -> null);
      Conditions.evaluate(
          condition,
          new Conditions.Row() {
            @Override
            public Object value(String column) {
              return typical(column);
            }

            @Override
            public void literal(Object value) {
              literals.add(value);
            }
          });
      return true;
    } catch (Conditions.UnsupportedPartException | Values.NotComparableException e) {
      return false;
    }
  }

  private Object typical(String name) {
    Column column =
        columns.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Conditions.UnsupportedPartException(name));
    return new Domains(0, Instant.EPOCH).of("", column, new Restriction(), 1).value(0);
  }

  /** Rows are more plausible if they are updated after they are created; no check requires it. */
  private void addPlausibleOrder() {
    Optional<Column> created = instant("created_at");
    Optional<Column> updated = instant("updated_at");
    if (created.isPresent() && updated.isPresent()) {
      String text = "\"created_at\" <= \"updated_at\"";
      Condition condition = parse(text);
      if (condition != null) {
        checks.add(check(null, condition, text));
      }
    }
  }

  private Optional<Column> instant(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name) && column.type() == ValueType.INSTANT)
        .findFirst();
  }

  private void restrict(Condition condition) {
    if (condition instanceof QOM.And and) {
      restrict(and.$arg1());
      restrict(and.$arg2());
    } else if (condition instanceof QOM.Or or) {
      restrictNullable(or);
    } else if (condition instanceof QOM.InList<?> list) {
      literals(list.$list())
          .ifPresent(values -> of(list.$field()).ifPresent(column -> column.allow(values)));
    } else if (condition instanceof QOM.Between<?> between && !between.$symmetric()) {
      bound(between.$arg1(), between.$arg2(), true, false);
      bound(between.$arg1(), between.$arg3(), false, false);
    } else if (condition instanceof QOM.Eq<?> eq) {
      equal(eq.$arg1(), eq.$arg2());
    } else if (condition instanceof QOM.Ge<?> ge) {
      bounds(ge.$arg1(), ge.$arg2(), true, false);
    } else if (condition instanceof QOM.Gt<?> gt) {
      bounds(gt.$arg1(), gt.$arg2(), true, true);
    } else if (condition instanceof QOM.Le<?> le) {
      bounds(le.$arg1(), le.$arg2(), false, false);
    } else if (condition instanceof QOM.Lt<?> lt) {
      bounds(lt.$arg1(), lt.$arg2(), false, true);
    }
  }

  /**
   * The rest of {@code c IS NULL OR ...} applies to all values of a column, if c is that column.
   */
  private void restrictNullable(QOM.Or or) {
    Condition one = or.$arg1();
    Condition other = or.$arg2();
    Condition rest = one instanceof QOM.IsNull ? other : one;
    Condition test = one instanceof QOM.IsNull ? one : other;
    if (test instanceof QOM.IsNull isNull) {
      Optional<String> column = Expressions.column(isNull.$arg1());
      List<Column> involved = namedIn(JOOQ.renderInlined(rest));
      if (column.isPresent()
          && involved.size() == 1
          && involved.get(0).name().equals(column.get())) {
        restrict(rest);
      }
    }
  }

  private static Optional<List<Object>> literals(List<? extends Field<?>> fields) {
    List<Object> values = new ArrayList<>();
    for (Field<?> field : fields) {
      Optional<Object> literal = Expressions.literal(field);
      if (literal.isEmpty()) {
        return Optional.empty();
      }
      values.add(literal.get());
    }
    return Optional.of(values);
  }

  private Optional<Restriction> of(Field<?> field) {
    return Expressions.column(field)
        .map(name -> restrictions.computeIfAbsent(name, key -> new Restriction()));
  }

  private void equal(Field<?> left, Field<?> right) {
    Optional<Object> literal = Expressions.literal(right);
    if (literal.isEmpty()) {
      return;
    }
    of(left).ifPresent(column -> column.allow(List.of(literal.get())));
    bound(left, right, true, false);
    bound(left, right, false, false);
  }

  private void bounds(Field<?> left, Field<?> right, boolean isLower, boolean isExclusive) {
    bound(left, right, isLower, isExclusive);
    bound(right, left, !isLower, isExclusive);
  }

  private void bound(Field<?> measured, Field<?> limit, boolean isLower, boolean isExclusive) {
    Optional<Object> literal = Expressions.literal(limit).map(Values::comparable);
    if (literal.isEmpty()) {
      return;
    }
    Field<?> length = lengthOf(measured);
    if (length != null) {
      of(length).ifPresent(column -> limitLength(column, literal.get(), isLower, isExclusive));
    } else if (isLower) {
      of(measured).ifPresent(column -> column.atLeast(literal.get(), isExclusive));
    } else {
      of(measured).ifPresent(column -> column.atMost(literal.get(), isExclusive));
    }
  }

  private static @Nullable Field<?> lengthOf(Field<?> field) {
    if (field instanceof QOM.CharLength length) {
      return length.$arg1();
    }
    return field instanceof QOM.OctetLength length ? length.$arg1() : null;
  }

  private static void limitLength(
      Restriction column, Object literal, boolean isLower, boolean isExclusive) {
    if (literal instanceof BigDecimal number) {
      long value = number.longValue();
      if (isLower) {
        column.length(isExclusive ? value + 1 : value, Integer.MAX_VALUE);
      } else {
        column.length(0, isExclusive ? value - 1 : value);
      }
    }
  }
}

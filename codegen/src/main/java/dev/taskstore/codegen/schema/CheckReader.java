package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;
import org.jooq.impl.QOM;

/** Reads CHECKs that list texts or limit lengths. The database alone enforces all other CHECKs. */
final class CheckReader {

  /** The length of a column, in characters or octets. */
  private record Measured(String column, boolean inOctets) {}

  /** The range that a condition allows for the length of one column. */
  private record Range(Measured measured, int minimum, int maximum) {}

  private static final DSLContext JOOQ = DSL.using(SQLDialect.POSTGRES);

  TableChecks read(CatalogTable table) {
    Map<String, List<String>> literals = new LinkedHashMap<>();
    Map<String, List<TextLimit>> limits = new LinkedHashMap<>();
    Map<String, List<TextLimit>> octetLimits = new LinkedHashMap<>();
    for (CatalogCheck check : table.checks()) {
      parse(check.expression())
          .map(CheckReader::withoutNullTest)
          .ifPresent(condition -> read(check.name(), condition, literals, limits, octetLimits));
    }
    return new TableChecks(literals, limits, octetLimits);
  }

  private static void read(
      String constraint,
      Condition condition,
      Map<String, List<String>> literals,
      Map<String, List<TextLimit>> limits,
      Map<String, List<TextLimit>> octetLimits) {
    if (condition instanceof QOM.InList<?> list) {
      texts(list.$list())
          .ifPresent(texts -> column(list.$field()).ifPresent(c -> literals.put(c, texts)));
    } else if (condition instanceof QOM.Eq<?> equal) {
      // PostgreSQL returns a list of one text as an equality.
      texts(List.of(equal.$arg2()))
          .ifPresent(texts -> column(equal.$arg1()).ifPresent(c -> literals.put(c, texts)));
    }
    range(condition)
        .ifPresent(
            range ->
                (range.measured().inOctets() ? octetLimits : limits)
                    .computeIfAbsent(range.measured().column(), column -> new ArrayList<>())
                    .add(new TextLimit(range.minimum(), range.maximum(), Optional.of(constraint))));
  }

  private static Optional<Condition> parse(String clause) {
    try {
      return Optional.of(JOOQ.parser().parseCondition(clause));
    } catch (ParserException e) {
      // This reader only supports conditions that jOOQ can parse.
      return Optional.empty();
    }
  }

  /** Removes {@code c IS NULL OR}, which is common in the CHECK of a nullable column. */
  private static Condition withoutNullTest(Condition condition) {
    if (condition instanceof QOM.Or or) {
      if (or.$arg1() instanceof QOM.IsNull) {
        return or.$arg2();
      }
      if (or.$arg2() instanceof QOM.IsNull) {
        return or.$arg1();
      }
    }
    return condition;
  }

  private static Optional<Range> range(Condition condition) {
    if (condition instanceof QOM.And and) {
      return range(and.$arg1())
          .flatMap(
              first ->
                  range(and.$arg2())
                      .filter(second -> second.measured().equals(first.measured()))
                      .map(second -> intersection(first, second)));
    }
    if (condition instanceof QOM.Between<?> between && !between.$symmetric()) {
      return measured(between.$arg1())
          .flatMap(
              column ->
                  number(between.$arg2())
                      .flatMap(
                          minimum ->
                              number(between.$arg3())
                                  .map(maximum -> new Range(column, minimum, maximum))));
    }
    if (condition instanceof QOM.CompareCondition<?, ?> comparison) {
      return comparison(comparison, comparison.$arg1(), comparison.$arg2());
    }
    return Optional.empty();
  }

  private static Optional<Range> comparison(Condition condition, Field<?> left, Field<?> right) {
    Optional<Measured> column = measured(left);
    Optional<Integer> number = number(right);
    if (column.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    Measured name = column.get();
    int bound = number.get();
    if (condition instanceof QOM.Le) {
      return Optional.of(new Range(name, 0, bound));
    }
    if (condition instanceof QOM.Lt) {
      return Optional.of(new Range(name, 0, bound - 1));
    }
    if (condition instanceof QOM.Ge) {
      return Optional.of(new Range(name, bound, Integer.MAX_VALUE));
    }
    if (condition instanceof QOM.Gt) {
      return Optional.of(new Range(name, bound + 1, Integer.MAX_VALUE));
    }
    if (condition instanceof QOM.Eq) {
      return Optional.of(new Range(name, bound, bound));
    }
    return Optional.empty();
  }

  private static Range intersection(Range first, Range second) {
    return new Range(
        first.measured(),
        Math.max(first.minimum(), second.minimum()),
        Math.min(first.maximum(), second.maximum()));
  }

  /** The column of a field that is a length. */
  private static Optional<Measured> measured(Field<?> field) {
    if (field instanceof QOM.CharLength length) {
      return column(length.$arg1()).map(name -> new Measured(name, false));
    }
    return field instanceof QOM.OctetLength length
        ? column(length.$arg1()).map(name -> new Measured(name, true))
        : Optional.empty();
  }

  private static Optional<String> column(Field<?> field) {
    // A column renders as its name; a function or an expression does not.
    String name = field.getName();
    String rendered = JOOQ.render(field);
    if (rendered.equals(JOOQ.render(DSL.quotedName(name)))) {
      return Optional.of(name);
    }
    return rendered.equals(JOOQ.render(DSL.unquotedName(name)))
        ? Optional.of(name.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static Optional<Integer> number(Field<?> field) {
    return field instanceof Param<?> param && param.getValue() instanceof Number number
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  private static Optional<List<String>> texts(List<? extends Field<?>> fields) {
    List<String> texts = new ArrayList<>();
    for (Field<?> field : fields) {
      if (!(field instanceof Param<?> param && param.getValue() instanceof String text)) {
        return Optional.empty();
      }
      texts.add(text);
    }
    return Optional.of(texts);
  }
}

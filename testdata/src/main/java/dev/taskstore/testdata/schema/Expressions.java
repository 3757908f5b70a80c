package dev.taskstore.testdata.schema;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.testdata.schema.Conditions.Row;
import dev.taskstore.testdata.schema.Conditions.UnsupportedPartException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.TableField;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Evaluates the expressions in conditions of checks. */
final class Expressions {

  private Expressions() {}

  /** Returns the name of a field that is a column and no other expression. */
  static Optional<String> column(Field<?> field) {
    return field instanceof TableField<?, ?> ? Optional.of(field.getName()) : Optional.empty();
  }

  /** Returns the value of a field that is a literal, which may be null. */
  static Optional<Object> literal(Field<?> field) {
    return field instanceof Param<?> param
        ? Optional.ofNullable(param.getValue())
        : Optional.empty();
  }

  /** Evaluates an expression. */
  static @Nullable Object evaluate(Field<?> field, Row row) {
    if (field instanceof Param<?> param) {
      Object value = param.getValue();
      if (value != null) {
        row.literal(value);
      }
      return value;
    } else if (field instanceof QOM.ConditionAsField condition) {
      return Conditions.evaluate(condition.$arg1(), row);
    } else if (field instanceof QOM.Coalesce<?> coalesce) {
      return first(coalesce.$arg1(), row);
    } else if (field instanceof QOM.Nvl<?> nvl) {
      return first(List.of(nvl.$arg1(), nvl.$arg2()), row);
    } else if (field instanceof QOM.CaseSearched<?> cases) {
      return searched(cases, row);
    } else if (field instanceof QOM.Concat concat) {
      return concatenated(concat.$arg1(), row);
    } else if (field instanceof QOM.Cast<?> cast) {
      return cast(cast, row);
    }
    return function(field, row);
  }

  private static @Nullable Object function(Field<?> field, Row row) {
    if (field instanceof QOM.CharLength length) {
      return text(length.$arg1(), row, text -> text.codePointCount(0, text.length()));
    } else if (field instanceof QOM.OctetLength length) {
      return octets(length.$arg1(), row);
    } else if (field instanceof QOM.Lower lower) {
      return text(lower.$arg1(), row, text -> ascii(text, lower).toLowerCase(Locale.ROOT));
    } else if (field instanceof QOM.Upper upper) {
      return text(upper.$arg1(), row, text -> ascii(text, upper).toUpperCase(Locale.ROOT));
    } else if (field instanceof QOM.Trim trim && trim.$characters() == null) {
      return text(trim.$string(), row, Expressions::trimmed);
    } else if (field instanceof QOM.Abs<?> abs) {
      return number(abs.$arg1(), row, BigDecimal::abs);
    } else if (field instanceof QOM.Neg<?> neg) {
      return number(neg.$arg1(), row, BigDecimal::negate);
    } else if (field instanceof QOM.Add<?> add) {
      return numbers(add.$arg1(), add.$arg2(), row, BigDecimal::add);
    } else if (field instanceof QOM.Sub<?> sub) {
      return numbers(sub.$arg1(), sub.$arg2(), row, BigDecimal::subtract);
    } else if (field instanceof QOM.Mul<?> mul) {
      return numbers(mul.$arg1(), mul.$arg2(), row, BigDecimal::multiply);
    } else if (field instanceof QOM.Mod<?> mod) {
      return numbers(mod.$arg1(), mod.$arg2(), row, (one, other) -> remainder(one, other, mod));
    }
    return row.value(column(field).orElseThrow(() -> new UnsupportedPartException(field)));
  }

  private static @Nullable Object first(List<? extends Field<?>> fields, Row row) {
    Object first = null;
    for (Field<?> field : fields) {
      Object value = evaluate(field, row);
      first = first == null ? value : first;
    }
    return first;
  }

  private static @Nullable Object searched(QOM.CaseSearched<?> cases, Row row) {
    Object result = null;
    boolean isFound = false;
    for (var when : cases.$when()) {
      Object value = evaluate(when.$2(), row);
      if (Boolean.TRUE.equals(Conditions.evaluate(when.$1(), row)) && !isFound) {
        result = value;
        isFound = true;
      }
    }
    Field<?> otherwise = cases.$else();
    Object value = otherwise == null ? null : evaluate(otherwise, row);
    return isFound ? result : value;
  }

  private static @Nullable Object concatenated(List<? extends Field<?>> fields, Row row) {
    StringBuilder text = new StringBuilder();
    boolean hasNull = false;
    for (Field<?> field : fields) {
      Object value = evaluate(field, row);
      if (value != null && !(value instanceof String)) {
        throw new UnsupportedPartException(field);
      }
      hasNull |= value == null;
      text.append(value);
    }
    return hasNull ? null : text.toString();
  }

  /** Evaluates casts between the types of numbers, which databases add to literals. */
  private static @Nullable Object cast(QOM.Cast<?> cast, Row row) {
    Object value = evaluate(cast.$field(), row);
    Class<?> target = cast.getDataType().getType();
    if (value == null || target.isInstance(value)) {
      return value;
    }
    if (value instanceof Number
        && Number.class.isAssignableFrom(target)
        && Values.decimal(value).stripTrailingZeros().scale() <= 0) {
      return value;
    }
    throw new UnsupportedPartException(cast);
  }

  private static @Nullable Object text(Field<?> field, Row row, Function<String, Object> function) {
    Object value = evaluate(field, row);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      throw new UnsupportedPartException(field);
    }
    return function.apply(text);
  }

  private static @Nullable Object octets(Field<?> field, Row row) {
    Object value = evaluate(field, row);
    if (value instanceof Bytes bytes) {
      return bytes.toByteArray().length;
    }
    return text(field, row, text -> text.getBytes(StandardCharsets.UTF_8).length);
  }

  /** Databases convert the case of other characters differently. */
  private static String ascii(String text, Object part) {
    if (text.chars().anyMatch(c -> c >= 0x80)) {
      throw new UnsupportedPartException(part);
    }
    return text;
  }

  private static String trimmed(String text) {
    return text.replaceAll("^ +| +$", "");
  }

  private static @Nullable Object number(
      Field<?> field, Row row, UnaryOperator<BigDecimal> function) {
    BigDecimal value = number(field, row);
    return value == null ? null : function.apply(value);
  }

  private static @Nullable Object numbers(
      Field<?> left, Field<?> right, Row row, BinaryOperator<BigDecimal> function) {
    BigDecimal one = number(left, row);
    BigDecimal other = number(right, row);
    return one == null || other == null ? null : function.apply(one, other);
  }

  private static @Nullable BigDecimal number(Field<?> field, Row row) {
    Object value = evaluate(field, row);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Number)) {
      throw new UnsupportedPartException(field);
    }
    return Values.decimal(value);
  }

  private static BigDecimal remainder(BigDecimal dividend, BigDecimal divisor, Object part) {
    if (divisor.signum() == 0) {
      throw new UnsupportedPartException(part);
    }
    return dividend.remainder(divisor);
  }
}

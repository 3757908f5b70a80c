package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.Location;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;
import org.jooq.impl.QOM;

/** Reads the constant DEFAULT of a column. */
final class DefaultReader {

  /** A literal of a date, a time or binary data, which jOOQ's parser rounds or rejects. */
  private static final Pattern QUOTED =
      Pattern.compile("(?:DATE|TIME|TIMESTAMP|X)?\\s*'([^']*)'", Pattern.CASE_INSENSITIVE);

  private final Location place;

  DefaultReader(Location place) {
    this.place = place;
  }

  /** The value in the boxed Java type of the storage; empty for DEFAULT NULL. */
  Optional<Object> read(String expression, StorageType storage, Optional<DecimalSize> decimalSize) {
    Object value = constant(expression, storage);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          decimalSize.isPresent()
              ? decimal(value, decimalSize.get())
              : storage.parse(value.toString()));
    } catch (DataTypeException | DateTimeParseException | IllegalArgumentException e) {
      throw notConstant(expression, e);
    }
  }

  private BigDecimal decimal(Object value, DecimalSize size) {
    try {
      BigDecimal number =
          new BigDecimal(value.toString()).setScale(size.scale(), RoundingMode.UNNECESSARY);
      if (number.precision() <= size.precision()) {
        return number;
      }
    } catch (ArithmeticException e) {
      // Fails as a number with too many digits does.
    }
    throw new GenerationException(
        new Problem(
            ProblemKind.DEFAULT,
            place,
            "has a DEFAULT with more digits than the column",
            Advice.of("use one that fits")));
  }

  private Object constant(String expression, StorageType storage) {
    Matcher quoted = QUOTED.matcher(expression);
    if (storage.quoted() && quoted.matches()) {
      return quoted.group(1);
    }
    try {
      Field<?> field = DSL.using(SQLDialect.POSTGRES).parser().parseField(expression);
      if (field instanceof QOM.Cast<?> cast) {
        field = cast.$field();
      }
      if (field instanceof QOM.Neg<?> negative && negative.$arg1() instanceof Param<?> param) {
        return "-" + param.getValue();
      }
      if (field instanceof Param<?> param) {
        return param.getValue();
      }
      if (expression.equalsIgnoreCase("TRUE") || expression.equalsIgnoreCase("FALSE")) {
        return Boolean.valueOf(expression);
      }
    } catch (ParserException e) {
      throw notConstant(expression, e);
    }
    throw notConstant(expression, null);
  }

  private GenerationException notConstant(String expression, RuntimeException cause) {
    return new GenerationException(
        new Problem(
            ProblemKind.DEFAULT,
            place,
            "has the DEFAULT " + expression + ", which is not a constant",
            Advice.of("the client sets defaults, so use a constant or no DEFAULT")),
        cause);
  }
}

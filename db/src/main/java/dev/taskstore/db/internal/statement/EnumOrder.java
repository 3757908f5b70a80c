package dev.taskstore.db.internal.statement;

import java.util.ArrayList;
import java.util.List;
import org.jooq.CaseValueStep;
import org.jooq.CaseWhenStep;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The order of enums: that of their constants, whatever the stored values are. */
final class EnumOrder {

  private EnumOrder() {}

  /**
   * Returns what databases compare to order a column, an expression or a value: for an enum the
   * position of its constant, otherwise the argument.
   *
   * <p>A stored value without a constant comes after the constants in a column, so that no page
   * omits its row, and is null in an expression. Constants that the column does not store have no
   * position.
   */
  static Field<?> of(Field<?> field) {
    return field.getType().isEnum() ? position(field) : field;
  }

  private static <T> Field<?> position(Field<T> field) {
    List<Param<T>> constants = constants(field);
    CaseValueStep<T> choice = DSL.choose(field);
    CaseWhenStep<T, Integer> cases = null;
    for (int i = 0; i < constants.size(); i++) {
      Param<T> constant = constants.get(i);
      Param<Integer> position = DSL.inline(i);
      cases = cases == null ? choice.when(constant, position) : cases.when(constant, position);
    }
    if (cases == null) {
      return field;
    }
    return field instanceof TableField ? cases.otherwise(unknown(field, constants.size())) : cases;
  }

  private static Field<Integer> unknown(Field<?> column, int position) {
    Param<Integer> last = DSL.inline(position);
    if (!column.getDataType().nullable()) {
      return last;
    }
    return DSL.when(column.isNotNull(), last);
  }

  private static <T> List<Param<T>> constants(Field<T> field) {
    List<Param<T>> constants = new ArrayList<>();
    for (T constant : field.getType().getEnumConstants()) {
      if (isStored(field.getDataType().getBinding().converter(), constant)) {
        constants.add(DSL.inline(constant, field));
      }
    }
    return constants;
  }

  /** Converters reject constants that the CHECK of their column does not list. */
  private static <T> boolean isStored(Converter<?, T> converter, @Nullable T constant) {
    try {
      return converter.to(constant) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }
}

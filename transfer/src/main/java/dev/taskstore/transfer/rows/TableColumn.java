package dev.taskstore.transfer.rows;

import dev.taskstore.db.mapping.Codec;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the column's name
 * @param type the type of its values
 * @param precision all digits of a decimal; 0 for other types
 * @param scale the digits after the decimal point of a decimal; 0 for other types
 * @param isNullable whether the column allows NULL
 */
public record TableColumn(
    String name, ValueType type, int precision, int scale, boolean isNullable) {

  /**
   * Creates a column that is no decimal.
   *
   * @param name the column's name
   * @param type the type of its values
   * @param isNullable whether the column allows NULL
   */
  public TableColumn(String name, ValueType type, boolean isNullable) {
    this(name, type, 0, 0, isNullable);
  }

  /**
   * Returns a column of a generated table.
   *
   * @param field the column in jOOQ
   * @throws IllegalArgumentException when repositories do not support its type
   */
  public static TableColumn of(Field<?> field) {
    DataType<?> dataType = field.getDataType();
    ValueType type = ValueType.of(dataType);
    return new TableColumn(
        field.getName(),
        type,
        type.isDecimal() ? dataType.precision() : 0,
        type.isDecimal() ? dataType.scale() : 0,
        dataType.nullable());
  }

  /** Returns the column in jOOQ, which binds and renders values as repositories store them. */
  public Field<?> field() {
    return DSL.field(DSL.name(name), type.dataType(precision, scale).nullable(isNullable));
  }

  /** Compares two values in the order of the databases; nulls are last. */
  @SuppressWarnings("unchecked") // The codec was chosen by the type.
  public int compare(@Nullable Object left, @Nullable Object right) {
    return left == null || right == null
        ? Boolean.compare(left == null, right == null)
        : ((Codec<?, Object>) type.codec(precision, scale)).compare(left, right);
  }
}

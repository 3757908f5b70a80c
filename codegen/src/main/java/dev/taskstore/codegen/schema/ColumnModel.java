package dev.taskstore.codegen.schema;

import java.util.List;
import java.util.Optional;

/**
 * A column as the writers see it.
 *
 * @param name the name in the database
 * @param remark the remark of the changelog, empty when there is none
 * @param property the name of the record component
 * @param field the name of the field in jOOQ's table
 * @param storage the plain type
 * @param decimalSize the digits of a decimal; nothing for every other type
 * @param enumeration the enum that stands for the plain type, if any
 * @param customType the type of the application's own, if any
 * @param nullable whether the column takes NULL
 * @param role what the column is there for
 * @param limits how long a text (in code points) or binary data (in bytes) may be: one entry for
 *     each CHECK or type that limits it
 * @param defaultValue the constant DEFAULT, of the boxed Java type of the storage
 */
public record ColumnModel(
    String name,
    String remark,
    String property,
    String field,
    StorageType storage,
    Optional<DecimalSize> decimalSize,
    Optional<EnumModel> enumeration,
    Optional<CustomType> customType,
    boolean nullable,
    ColumnRole role,
    List<TextLimit> limits,
    Optional<Object> defaultValue) {

  /** Copies the list. */
  public ColumnModel {
    limits = List.copyOf(limits);
  }

  /**
   * Whether the caller must give a value for a new row.
   *
   * @return true when the column is neither nullable nor filled in by a default or by the
   *     repository
   */
  public boolean required() {
    return switch (role) {
      case KEY, VALUE -> !nullable && defaultValue.isEmpty();
      case GENERATED_KEY, IDENTITY, CREATED_AT, UPDATED_AT, VERSION -> false;
    };
  }

  /**
   * Whether the repository makes the value when the caller gives none.
   *
   * @return true for a generated key and the managed times
   */
  public boolean completed() {
    return role == ColumnRole.GENERATED_KEY
        || role == ColumnRole.CREATED_AT
        || role == ColumnRole.UPDATED_AT;
  }

  /**
   * Whether values of the column are Java primitives.
   *
   * @return true for a NOT NULL number or boolean without a type of its own
   */
  public boolean primitive() {
    return !nullable && !converted() && storage.javaType().isPrimitive();
  }

  /**
   * Whether the Java type differs from the plain type.
   *
   * @return true for an enum or a type of the application's own
   */
  public boolean converted() {
    return enumeration.isPresent() || customType.isPresent();
  }

  /**
   * Whether values are validated before any SQL runs.
   *
   * @return true where some values of the Java type are invalid; false for enums
   */
  public boolean validated() {
    return enumeration.isEmpty() && storage.validated();
  }

  /**
   * Whether equal values can be written in several forms, of which models keep one.
   *
   * @return true for times that could be finer than microseconds, and for decimals
   */
  public boolean normalized() {
    return !converted() && storage.normalized();
  }
}

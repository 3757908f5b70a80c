package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.changelog.DataCategory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The model of a column, for the source writers.
 *
 * @param name the name in the database
 * @param remark the remark of the changelog, empty when there is none
 * @param category the category of its personal data, if the changelog marks it
 * @param property the name of the record component
 * @param field the name of the field in jOOQ's table
 * @param storage the plain type
 * @param collated whether a database orders its text by a collation other than by code point
 * @param decimalSize the digits of a decimal; empty for other types
 * @param fractionDigits the digits of the fraction of a second; empty if there are six of them, and
 *     for other types
 * @param enumeration the enum that replaces the plain type, if any
 * @param customType the type of the application, if any
 * @param nullable whether the column accepts NULL
 * @param role the role of the column
 * @param limits the limits for the length of text (in code points) or binary data (in bytes): one
 *     for each CHECK or type that limits it
 * @param defaultValue the constant DEFAULT, of the boxed Java type of the storage
 */
public record ColumnModel(
    String name,
    String remark,
    Optional<DataCategory> category,
    String property,
    String field,
    StorageType storage,
    boolean collated,
    Optional<DecimalSize> decimalSize,
    OptionalInt fractionDigits,
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
   * Returns the column without an enum, for a table without a model.
   *
   * @return the column as plain text, if it has an enum; otherwise this column
   */
  ColumnModel withoutEnum() {
    return enumeration.isEmpty()
        ? this
        : new ColumnModel(
            name,
            remark,
            category,
            property,
            field,
            storage,
            collated,
            decimalSize,
            fractionDigits,
            Optional.empty(),
            enumeration.get().existing().isPresent() ? Optional.empty() : customType,
            nullable,
            role,
            limits,
            defaultValue);
  }

  /**
   * Returns whether the caller must set the value of a new row.
   *
   * @return true if the column is not nullable and neither a default nor the repository sets it
   */
  public boolean required() {
    return switch (role) {
      case KEY, VALUE -> !nullable && defaultValue.isEmpty();
      case GENERATED_KEY, IDENTITY, CREATED_AT, UPDATED_AT, VERSION -> false;
    };
  }

  /**
   * Returns whether the repository sets the value if the caller does not.
   *
   * @return true for a generated key and the managed times
   */
  public boolean completed() {
    return role == ColumnRole.GENERATED_KEY
        || role == ColumnRole.CREATED_AT
        || role == ColumnRole.UPDATED_AT;
  }

  /**
   * Returns whether values of the column are Java primitives.
   *
   * @return true for a NOT NULL number or boolean without an enum or custom type
   */
  public boolean primitive() {
    return !nullable && !converted() && storage.javaType().isPrimitive();
  }

  /**
   * Returns whether the Java type differs from the plain type.
   *
   * @return true for an enum or a type of the application
   */
  public boolean converted() {
    return enumeration.isPresent() || customType.isPresent();
  }

  /**
   * Returns whether values are validated before any SQL runs.
   *
   * @return true if the Java type has values that a database cannot store; false for enums
   */
  public boolean validated() {
    return enumeration.isEmpty() && storage.validated();
  }

  /**
   * Returns whether equal values have several representations, of which models keep one.
   *
   * @return true for times, which can be finer than microseconds, and for decimals
   */
  public boolean normalized() {
    return !converted() && storage.normalized();
  }
}

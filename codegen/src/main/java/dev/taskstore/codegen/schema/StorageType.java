package dev.taskstore.codegen.schema;

import java.time.Instant;
import java.util.UUID;

/** The plain types that every dialect stores alike. */
public enum StorageType {
  /** Text of any length. */
  TEXT("text", String.class, String.class),
  /** A UUID. */
  UUID_VALUE("uuid", UUID.class, UUID.class),
  /** An instant in microseconds. */
  INSTANT("instant", Instant.class, Instant.class),
  /** A whole number of 64 bits. */
  BIGINT("bigint", long.class, Long.class),
  /** A whole number of 32 bits. */
  INTEGER("integer", int.class, Integer.class),
  /** A whole number of 16 bits. */
  SMALLINT("smallint", short.class, Short.class),
  /** True or false. */
  BOOLEAN("bool", boolean.class, Boolean.class);

  private final String accessor;
  private final Class<?> javaType;
  private final Class<?> boxedType;

  StorageType(String accessor, Class<?> javaType, Class<?> boxedType) {
    this.accessor = accessor;
    this.javaType = javaType;
    this.boxedType = boxedType;
  }

  /**
   * The method that reads or writes a value of this type.
   *
   * @return the name in the row reader and the row writer of the runtime
   */
  public String accessor() {
    return accessor;
  }

  /**
   * The Java type of a value that is never null.
   *
   * @return a primitive type where there is one
   */
  public Class<?> javaType() {
    return javaType;
  }

  /**
   * The Java type of a value that can be null.
   *
   * @return a reference type
   */
  public Class<?> boxedType() {
    return boxedType;
  }
}

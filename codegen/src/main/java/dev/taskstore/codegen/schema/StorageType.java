package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSON;

/** The plain types that all dialects store in the same way. */
public enum StorageType {
  /** Text of any length. */
  TEXT("text", ClassName.get(String.class)),
  /** A UUID. */
  UUID_VALUE("uuid", ClassName.get(UUID.class)),
  /** An instant in microseconds. */
  INSTANT("instant", ClassName.get(Instant.class)),
  /** A date. */
  DATE("date", ClassName.get(LocalDate.class)),
  /** A time of day in microseconds. */
  TIME("time", ClassName.get(LocalTime.class)),
  /** A 64-bit integer. */
  BIGINT("bigint", TypeName.LONG),
  /** A 32-bit integer. */
  INTEGER("integer", TypeName.INT),
  /** A 16-bit integer. */
  SMALLINT("smallint", TypeName.SHORT),
  /** A number with a fixed scale and at most 18 digits. */
  DECIMAL("decimal", ClassName.get(BigDecimal.class)),
  /** True or false. */
  BOOLEAN("bool", TypeName.BOOLEAN),
  /** Binary data. */
  BYTES("bytes", ClassName.get("dev.taskstore.db.mapping", "Bytes")),
  /** JSON, kept as the text that was written. */
  JSON_TEXT("json", ClassName.get(JSON.class));

  private final String accessor;
  private final TypeName javaType;

  StorageType(String accessor, TypeName javaType) {
    this.accessor = accessor;
    this.javaType = javaType;
  }

  /**
   * Finds the storage type of an SQL type.
   *
   * @param name the name of the type in upper case, without length, precision and scale
   * @return the storage type, or empty if dialects store the type differently
   */
  static Optional<StorageType> named(String name) {
    return switch (name) {
      case "UUID" -> Optional.of(UUID_VALUE);
      case "TIMESTAMP WITH TIME ZONE" -> Optional.of(INSTANT);
      case "DATE" -> Optional.of(DATE);
      case "TIME" -> Optional.of(TIME);
      case "CHARACTER VARYING", "VARCHAR", "CHARACTER LARGE OBJECT", "CLOB", "TEXT" ->
          Optional.of(TEXT);
      case "BIGINT" -> Optional.of(BIGINT);
      case "INTEGER", "INT" -> Optional.of(INTEGER);
      case "SMALLINT" -> Optional.of(SMALLINT);
      case "NUMERIC", "DECIMAL" -> Optional.of(DECIMAL);
      case "BOOLEAN" -> Optional.of(BOOLEAN);
      case "BINARY VARYING", "BINARY LARGE OBJECT" -> Optional.of(BYTES);
      case "JSON" -> Optional.of(JSON_TEXT);
      default -> Optional.empty();
    };
  }

  /**
   * Returns the method that reads or writes a value of this type.
   *
   * @return the name of the method in the runtime's row reader and row writer
   */
  public String accessor() {
    return accessor;
  }

  /**
   * Returns the Java type of a value that is never null.
   *
   * @return a primitive type if there is one
   */
  public TypeName javaType() {
    return javaType;
  }

  /**
   * Returns the Java type of a value that can be null.
   *
   * @return a reference type
   */
  public TypeName boxedType() {
    return javaType.box();
  }
}

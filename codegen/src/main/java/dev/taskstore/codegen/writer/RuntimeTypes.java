package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;

/**
 * The names of the runtime types that generated code refers to. The generator itself does not use
 * them.
 */
final class RuntimeTypes {

  static final ClassName SESSION = runtime("Session");
  static final ClassName ROW_CONTEXT = runtime("RowContext");
  static final ClassName ROW_READER = runtime("RowReader");
  static final ClassName ROW_WRITER = runtime("RowWriter");
  static final ClassName TABLE_MAPPING = runtime("TableMapping");
  static final ClassName KEYED_TABLE_MAPPING = runtime("KeyedTableMapping");
  static final ClassName TABLE_REPOSITORY = runtime("TableRepository");
  static final ClassName KEYED_REPOSITORY = runtime("KeyedRepository");
  static final ClassName CHANGES = runtime("Changes");
  static final ClassName CHECKS = runtime("Checks");
  static final ClassName JOIN_TABLE = runtime("JoinTable");
  static final ClassName KEYSET_ORDER = runtime("KeysetOrder");
  static final ClassName KEYSET_QUERY = runtime("KeysetQuery");
  static final ClassName PAGE = runtime("Page");
  static final ClassName PAGE_REQUEST = runtime("PageRequest");
  static final ClassName PARAMETER = runtime("Parameter");
  static final ClassName UUID_BINDING = runtime("UuidBinding");
  static final ClassName INSTANT_BINDING = runtime("InstantBinding");
  static final ClassName DATE_BINDING = runtime("DateBinding");
  static final ClassName TIME_BINDING = runtime("TimeBinding");
  static final ClassName DECIMAL_BINDING = runtime("DecimalBinding");
  static final ClassName BYTES_BINDING = runtime("BytesBinding");
  static final ClassName JSON_BINDING = runtime("JsonBinding");
  static final ClassName DECIMALS = runtime("Decimals");
  static final ClassName FAILURE_CONTEXT = runtime("FailureContext");
  static final ClassName INVALID_ARGUMENT = runtime("InvalidArgumentException");

  static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
  static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
  static final ClassName TABLE = ClassName.get("org.jooq", "Table");
  static final ClassName TABLE_FIELD = ClassName.get("org.jooq", "TableField");
  static final ClassName ABSTRACT_CONVERTER = ClassName.get("org.jooq.impl", "AbstractConverter");
  static final ClassName ENUM_CONVERTER = ClassName.get("org.jooq.impl", "EnumConverter");

  private RuntimeTypes() {}

  private static ClassName runtime(String name) {
    return ClassName.get("dev.taskstore.db", name);
  }
}

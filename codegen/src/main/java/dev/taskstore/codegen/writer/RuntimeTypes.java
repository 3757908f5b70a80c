package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;

/**
 * The names of the runtime types that generated code refers to. The generator itself does not use
 * them.
 */
final class RuntimeTypes {

  static final ClassName SESSION = runtime("Session");
  static final ClassName ROW_CONTEXT = mapping("RowContext");
  static final ClassName ROW_READER = mapping("RowReader");
  static final ClassName ROW_WRITER = mapping("RowWriter");
  static final ClassName TABLE_MAPPING = mapping("TableMapping");
  static final ClassName KEYED_TABLE_MAPPING = mapping("KeyedTableMapping");
  static final ClassName TABLE_REPOSITORY = runtime("TableRepository");
  static final ClassName KEYED_REPOSITORY = runtime("KeyedRepository");
  static final ClassName CHANGES = mapping("Changes");
  static final ClassName CODECS = mapping("Codecs");
  static final ClassName MAPPED_COLUMN = mapping("MappedColumn");
  static final ClassName JOIN_TABLE = mapping("JoinTable");
  static final ClassName KEYSET_ORDER = runtime("KeysetOrder");
  static final ClassName KEYSET_QUERY = runtime("KeysetQuery");
  static final ClassName PAGE = runtime("Page");
  static final ClassName PAGE_REQUEST = runtime("PageRequest");
  static final ClassName PARAMETER = runtime("Parameter");
  static final ClassName FAILURE_CONTEXT = exception("FailureContext");
  static final ClassName INVALID_ARGUMENT = exception("InvalidArgumentException");

  static final ClassName DATA_CATEGORY = personal("DataCategory");
  static final ClassName PERSONAL_DATA_MAP = personal("PersonalDataMap");

  static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
  static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
  static final ClassName TABLE = ClassName.get("org.jooq", "Table");
  static final ClassName TABLE_FIELD = ClassName.get("org.jooq", "TableField");
  static final ClassName ABSTRACT_CONVERTER = ClassName.get("org.jooq.impl", "AbstractConverter");

  private RuntimeTypes() {}

  private static ClassName mapping(String name) {
    return ClassName.get("dev.taskstore.db.mapping", name);
  }

  private static ClassName personal(String name) {
    return ClassName.get("dev.taskstore.db.personal", name);
  }

  private static ClassName exception(String name) {
    return ClassName.get("dev.taskstore.db.exception", name);
  }

  private static ClassName runtime(String name) {
    return ClassName.get("dev.taskstore.db", name);
  }
}

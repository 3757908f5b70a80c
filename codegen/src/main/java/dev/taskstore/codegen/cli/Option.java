package dev.taskstore.codegen.cli;

import java.util.Arrays;
import java.util.Optional;

/** The options of the commands. The names are those of the Maven plugin. */
enum Option {
  CHANGELOG("changelog", Kind.VALUE, "path of the changelog in one of the resources"),
  RESOURCES("resources", Kind.LIST, "directory of the changelog [src/main/resources]"),
  CLASS_PATH("class-path", Kind.LIST, "directory or jar of included files and custom changes"),
  CONTEXTS("contexts", Kind.LIST, "Liquibase context to run"),
  DATABASES("databases", Kind.LIST, "sqlite, postgresql [both]"),
  INCLUDES("includes", Kind.LIST, "expression for tables to generate [all]"),
  EXCLUDES("excludes", Kind.LIST, "expression for tables to skip"),
  SNAPSHOT("snapshot", Kind.VALUE, "true or false: use the snapshot of the schema [true]"),
  FROZEN("frozen", Kind.FLAG, "fail if the snapshot is not current"),
  POSTGRES_URL("postgres-url", Kind.VALUE, "JDBC URL of a PostgreSQL database"),
  POSTGRES_USER("postgres-user", Kind.VALUE, "its user"),
  OUTPUT("output", Kind.VALUE, "directory for the sources or documents"),
  SCHEMA_PACKAGE("schema-package", Kind.VALUE, "package of tables and repositories"),
  MODEL_PACKAGE("model-package", Kind.VALUE, "package of the models"),
  REPOSITORY_SUFFIX("repository-suffix", Kind.VALUE, "end of the names of repositories"),
  UNSUPPORTED("unsupported", Kind.VALUE, "fail or report: what cannot be generated [fail]"),
  MODEL_NAMES("model-names", Kind.LIST, "table=Name"),
  MODEL_PREFIX("model-prefix", Kind.VALUE, "begin of the names of models"),
  MODEL_SUFFIX("model-suffix", Kind.VALUE, "end of the names of models"),
  TABLES_ONLY("tables-only", Kind.LIST, "expression for tables without models"),
  GIVEN_KEYS("given-keys", Kind.LIST, "expression for tables whose key the caller sets"),
  TEXT_COLUMNS("text-columns", Kind.LIST, "expression for columns that stay text"),
  ENUM_TYPES("enum-types", Kind.LIST, "column=javaType"),
  COLUMN_TYPES("column-types", Kind.LIST, "column=javaType:converter"),
  INTERFACES("interfaces", Kind.LIST, "table=javaType"),
  CREATED_AT("created-at-column", Kind.VALUE, "name of the column [created_at]"),
  UPDATED_AT("updated-at-column", Kind.VALUE, "name of the column [updated_at]"),
  VERSION("version-column", Kind.VALUE, "name of the column [version]"),
  WARN_ONLY("warn-only", Kind.FLAG, "print findings without failing"),
  TITLE("title", Kind.VALUE, "name of the database in the heading"),
  FRAGMENTS("fragments", Kind.VALUE, "directory of Markdown fragments"),
  SAMPLE_CONTEXT("sample-context", Kind.VALUE, "context of the sample data [sample]"),
  VERSIONS("versions", Kind.LIST, "name=version"),
  CHECK("check", Kind.FLAG, "fail if the documents are not current, instead of writing them");

  /** How an option is written. */
  enum Kind {
    /** Once, with a value. */
    VALUE,
    /** With a value, any number of times. */
    LIST,
    /** Without a value. */
    FLAG
  }

  private final String word;
  private final Kind kind;
  private final String help;

  Option(String word, Kind kind, String help) {
    this.word = word;
    this.kind = kind;
    this.help = help;
  }

  static Optional<Option> written(String argument) {
    return Arrays.stream(values()).filter(option -> option.argument().equals(argument)).findFirst();
  }

  String argument() {
    return "--" + word;
  }

  Kind kind() {
    return kind;
  }

  String help() {
    return help;
  }
}

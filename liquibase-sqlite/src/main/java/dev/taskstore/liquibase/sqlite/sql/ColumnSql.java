package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.value.WrittenTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a column in the terms of PostgreSQL.
 *
 * @param name the name
 * @param written the type as it is written
 * @param type the type
 * @param isNotNull whether it has NOT NULL
 * @param isGenerated whether the database generates its values
 * @param defaultValue the value of DEFAULT, or null
 * @param constraints its other constraints
 */
record ColumnSql(
    String name,
    String written,
    ColumnType type,
    boolean isNotNull,
    boolean isGenerated,
    @Nullable SqlValue defaultValue,
    List<ConstraintSql> constraints) {

  private static final Set<String> STORAGE_CLASSES =
      Set.of("INTEGER", "INT", "REAL", "TEXT", "BLOB", "ANY", "");

  private static final Set<String> ENDS =
      Set.of(
          "constraint",
          "primary",
          "not",
          "null",
          "unique",
          "check",
          "default",
          "collate",
          "references",
          "generated",
          "deferrable",
          "initially");

  private static final Set<String> BINARY = Set.of("c", "posix", "ucs_basic");

  private static final Pattern SERIAL =
      Pattern.compile("(?:small|big)?serial[248]?", Pattern.CASE_INSENSITIVE);

  static ColumnSql read(String table, SqlReader reader) {
    String name = reader.name();
    String written = reader.text(reader.until(ENDS)).replaceAll("\\s+", " ");
    boolean generated = SERIAL.matcher(written).matches();
    boolean notNull = generated;
    SqlValue value = null;
    List<ConstraintSql> constraints = new ArrayList<>();
    while (!reader.atEnd()) {
      String constraint = reader.accept("constraint") ? reader.name() : null;
      if (reader.accept("not", "null")) {
        notNull = true;
      } else if (reader.accept("null")) {
        notNull |= generated;
      } else if (reader.accept("default")) {
        value = defaultValue(reader);
      } else if (reader.accept("collate")) {
        requireBinary(reader.name());
      } else if (reader.accept("generated")) {
        identity(reader);
        generated = true;
        notNull = true;
      } else {
        constraints.add(ConstraintSql.ofColumn(reader, constraint, name));
      }
    }
    ColumnType type = ColumnType.of(type(table, name, written), generated);
    return new ColumnSql(name, written, type, notNull, generated, value, List.copyOf(constraints));
  }

  private static String type(String table, String column, String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    if (lower.equals("bit") || written.isEmpty()) {
      throw new NotTranslatedException("The type is not one of both databases.");
    }
    return WrittenTypes.ofStatement(table, column, written);
  }

  private static SqlValue defaultValue(SqlReader reader) {
    List<Token> tokens = new ArrayList<>(List.of(reader.next()));
    if (tokens.get(0).isSymbol('(')) {
      throw new NotTranslatedException("The default is an expression.");
    }
    tokens.addAll(reader.until(ENDS));
    SqlValue value = SqlValue.of(tokens);
    if (value == null) {
      throw new NotTranslatedException("The default is an expression.");
    }
    return value;
  }

  /** SQLite compares texts by code point, as these collations of PostgreSQL do. */
  private static void requireBinary(String collation) {
    if (!BINARY.contains(collation.toLowerCase(Locale.ROOT))) {
      throw new NotTranslatedException("SQLite does not have the collation.");
    }
  }

  private static void identity(SqlReader reader) {
    if (!reader.accept("always")) {
      reader.expect("by", "default");
    }
    reader.expect("as", "identity");
    if (reader.nextIsSymbol('(')) {
      for (Token option : reader.parenthesized()) {
        boolean usual =
            option.text().equals("1")
                || SqlReader.isOneOf(option, Set.of("start", "with", "increment", "by"));
        if (!usual) {
          throw new NotTranslatedException("The options of the identity have no equal.");
        }
      }
    }
  }

  /** Returns whether the type is one of SQLite, as the properties of types contain it. */
  boolean isStorageClass() {
    return STORAGE_CLASSES.contains(written);
  }
}

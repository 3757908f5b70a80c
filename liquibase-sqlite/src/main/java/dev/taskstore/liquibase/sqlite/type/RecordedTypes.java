package dev.taskstore.liquibase.sqlite.type;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.text.Token.Kind;
import dev.taskstore.liquibase.sqlite.text.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the standard types of columns from the text of CREATE TABLE, as {@code sqlite_master}
 * contains it.
 *
 * <p>The type of a column is in the comment that follows its storage class, for example {@code
 * price INTEGER /* decimal(10,2) *}{@code /}, or it is the declared type itself. SQLite keeps the
 * comment when a table or a column is renamed and when columns are added or dropped.
 */
public final class RecordedTypes {

  /** The words that begin a constraint instead of a column. */
  private static final Set<String> CONSTRAINTS =
      Set.of("constraint", "primary", "unique", "check", "foreign");

  /** The words that end the type of a column. */
  private static final Set<String> COLUMN_CONSTRAINTS =
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
          "as");

  private RecordedTypes() {}

  /**
   * Returns the standard types of the columns, in the order of the columns. A column is missing if
   * only its storage class is known.
   *
   * @param createTable the text of CREATE TABLE
   * @return the names of the columns as they are written, without quotes, with their types, which
   *     {@link ColumnType#of} accepts
   */
  public static Map<String, String> of(String createTable) {
    Map<String, String> types = new LinkedHashMap<>();
    declared(createTable)
        .forEach(
            (column, type) -> {
              if (type.standardType() != null) {
                types.put(column, type.toString());
              }
            });
    return Collections.unmodifiableMap(types);
  }

  /**
   * Returns the types of all columns: the standard type if it is known, otherwise the storage
   * class. A column without a type, or with one that is unknown, is missing.
   *
   * @param createTable the text of CREATE TABLE
   * @return the names of the columns as they are written, without quotes, with their types
   */
  public static Map<String, ColumnType> declared(String createTable) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (List<Token> definition : definitions(createTable)) {
      Token first = definition.get(0);
      boolean constraint =
          first.kind() == Kind.WORD && CONSTRAINTS.contains(Names.fold(first.text()));
      if (first.isColumnName() && !constraint) {
        ColumnType type = type(definition.subList(1, definition.size()));
        if (type != null) {
          types.put(first.name(), type);
        }
      }
    }
    return Collections.unmodifiableMap(types);
  }

  /** Returns the definitions of columns and constraints, without leading comments. */
  private static List<List<Token>> definitions(String createTable) {
    List<Token> tokens = Tokenizer.parenthesized(createTable);
    List<List<Token>> definitions = new ArrayList<>();
    List<Token> definition = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      boolean separator =
          (depth == 1 && token.isSymbol(',')) || (depth == 1 && token.isSymbol(')'));
      if (separator && !definition.isEmpty()) {
        definitions.add(definition);
        definition = new ArrayList<>();
      } else if (depth >= 1
          && !separator
          && (token.kind() != Kind.COMMENT || !definition.isEmpty())) {
        definition.add(token);
      }
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
    }
    return definitions;
  }

  private static @Nullable ColumnType type(List<Token> definition) {
    StringBuilder declared = new StringBuilder();
    for (Token token : definition) {
      if (token.kind() == Kind.COMMENT) {
        ColumnType recorded = parse(token.comment());
        if (recorded != null && recorded.storage().equals(storageClass(declared.toString()))) {
          return recorded;
        }
      } else if (token.kind() == Kind.WORD
          && COLUMN_CONSTRAINTS.contains(Names.fold(token.text()))) {
        break;
      } else {
        boolean parameter = token.isSymbol('(') || token.isSymbol(')') || token.isSymbol(',');
        declared.append(declared.isEmpty() || parameter ? "" : " ").append(token.name());
      }
    }
    return parse(storageClass(declared.toString().replaceAll("([(,]) ", "$1")));
  }

  /** A whole number of SQLite has 8 bytes, by any of its names. */
  private static String storageClass(String declared) {
    String type = declared.toUpperCase(Locale.ROOT);
    return switch (type) {
      case "INT" -> "INTEGER";
      case "INTEGER", "REAL", "TEXT", "BLOB" -> type;
      default -> declared;
    };
  }

  private static @Nullable ColumnType parse(String type) {
    try {
      return type.isEmpty() ? null : ColumnType.of(type, false);
    } catch (UnexpectedLiquibaseException e) {
      return null;
    }
  }
}

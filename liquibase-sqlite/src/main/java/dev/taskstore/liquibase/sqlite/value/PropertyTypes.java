package dev.taskstore.liquibase.sqlite.value;

import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.text.Token.Kind;
import dev.taskstore.liquibase.sqlite.text.Tokenizer;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The types that a changelog gives to columns through the properties <code>${type.*}</code>.
 *
 * <p>On SQLite, these properties are storage classes, which do not show whether 12 of {@code
 * INTEGER} is a whole number or the smallest unit of a decimal. The text of the changelog does, in
 * any format: this class finds CREATE TABLE, ADD COLUMN, createTable and addColumn in it.
 */
final class PropertyTypes {

  private static final Pattern CREATE_TABLE =
      Pattern.compile(
          "create\\s+(?:temp\\s+|temporary\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?([^\\s(]+)\\s*\\(",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ADD_COLUMN =
      Pattern.compile(
          "alter\\s+table\\s+([^\\s(]+)\\s+add\\s+(?:column\\s+)?([^\\s(]+)\\s+\\$\\{([^}]+)}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CHANGE =
      Pattern.compile(
          "\\b(?:createTable|addColumn)\\b.*?(?=\\b(?:createTable|addColumn|changeSet)\\b|\\z)",
          Pattern.DOTALL);

  private static final Pattern TABLE_NAME = attribute("tableName", "[\\w$-]+");

  private static final Pattern NAME = attribute("name", "[\\w$-]+");

  private static final Pattern TYPE =
      attribute("type", "\\$\\{[^}]+}|(?:INTEGER|REAL|TEXT|BLOB)(?![\\w(])");

  private static final Map<String, String> STANDARD =
      Map.ofEntries(
          Map.entry("uuid", "uuid"),
          Map.entry("instant", "timestamp with time zone"),
          Map.entry("date", "date"),
          Map.entry("time", "time"),
          Map.entry("text", "text"),
          Map.entry("json", "json"),
          Map.entry("binary", "bytea"),
          Map.entry("boolean", "boolean"),
          Map.entry("smallint", "smallint"),
          Map.entry("integer", "integer"),
          Map.entry("bigint", "bigint"),
          Map.entry("duration", "bigint"),
          Map.entry("identity", "bigint"));

  /** The properties of which a whole number is not stored as it is written. */
  private static final Pattern CONVERTED =
      Pattern.compile("\\$\\{type\\.(?:decimal\\(\\d+,[1-9]\\d*\\)|instant|date|time)}");

  private final Map<String, Map<String, ColumnType>> tables = new HashMap<>();

  /** The columns of createTable and addColumn whose type is a storage class, with their tables. */
  private final Set<String> storageClasses = new HashSet<>();

  private int unresolved;

  /** Reads the texts of a changelog. */
  PropertyTypes(Iterable<String> texts) {
    for (String text : texts) {
      String unescaped = unescaped(text);
      unresolved += (int) CONVERTED.matcher(unescaped).results().count();
      readStatements(unescaped);
      readChanges(unescaped);
    }
  }

  /**
   * Returns the type of a column, or null if the changelog does not contain it or contains several.
   */
  @Nullable ColumnType type(String table, String column) {
    return tables.getOrDefault(key(table), Map.of()).get(key(column));
  }

  /** Returns whether the changelog gives a column its type through a property. */
  boolean isProperty(String table, String column) {
    return tables.getOrDefault(key(table), Map.of()).containsKey(key(column));
  }

  /**
   * Returns whether a change contains a storage class as the type of a column, without a property.
   */
  boolean isStorageClass(String table, String column) {
    return storageClasses.contains(key(table) + "." + key(column)) && type(table, column) == null;
  }

  /** Returns whether a property of the changelog could not be attributed to a column. */
  boolean isIncomplete() {
    return unresolved > 0;
  }

  private void readStatements(String text) {
    Matcher create = CREATE_TABLE.matcher(text);
    while (create.find()) {
      String table = create.group(1);
      List<Token> tokens =
          Tokenizer.parenthesized(text.substring(create.end() - 1)).stream()
              .filter(token -> token.kind() != Kind.COMMENT)
              .toList();
      for (int i = 1; i + 1 < tokens.size(); i++) {
        boolean begins = tokens.get(i - 1).isSymbol('(') || tokens.get(i - 1).isSymbol(',');
        if (begins && tokens.get(i).isColumnName() && tokens.get(i + 1).kind() == Kind.PROPERTY) {
          add(table, tokens.get(i).name(), tokens.get(i + 1).text());
        }
      }
    }
    Matcher column = ADD_COLUMN.matcher(text);
    while (column.find()) {
      add(column.group(1), column.group(2), "${" + column.group(3) + "}");
    }
  }

  private void readChanges(String text) {
    Matcher change = CHANGE.matcher(text);
    while (change.find()) {
      Matcher table = TABLE_NAME.matcher(change.group());
      if (table.find()) {
        for (String column : change.group().split("\\bcolumn\\b")) {
          Matcher name = NAME.matcher(column);
          Matcher type = TYPE.matcher(column);
          if (name.find() && type.find()) {
            if (type.group(1).startsWith("${")) {
              add(table.group(1), name.group(1), type.group(1));
            } else {
              storageClasses.add(key(table.group(1)) + "." + key(name.group(1)));
            }
          }
        }
      }
    }
  }

  /** The same column with two types has none. */
  private void add(String table, String column, String property) {
    if (table.contains("${") || column.contains("${")) {
      return;
    }
    ColumnType type = standard(property.substring(2, property.length() - 1).strip());
    Map<String, ColumnType> columns = tables.computeIfAbsent(key(table), any -> new HashMap<>());
    String key = key(column);
    boolean conflict = false;
    if (columns.containsKey(key)
        && !Objects.equals(String.valueOf(columns.get(key)), String.valueOf(type))) {
      columns.put(key, null);
      conflict = true;
    } else {
      columns.put(key, type);
    }
    if (!conflict && CONVERTED.matcher(property).matches()) {
      unresolved--;
    }
  }

  private static @Nullable ColumnType standard(String property) {
    if (!property.startsWith("type.")) {
      return null;
    }
    String name = property.substring("type.".length());
    try {
      String standard = name.startsWith("decimal(") ? name : STANDARD.get(name);
      return standard == null ? null : ColumnType.of(standard, false);
    } catch (UnexpectedLiquibaseException e) {
      return null;
    }
  }

  private static Pattern attribute(String name, String value) {
    return Pattern.compile("(?<![\\w.])" + name + "[\"']?\\s*[:=]\\s*[\"']?(" + value + ")");
  }

  /** Removes the escapes of XML and JSON. */
  private static String unescaped(String text) {
    return text.replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("\\\"", "\"")
        .replace("\\n", "\n")
        .replace("\\t", " ");
  }

  private static String key(String name) {
    String plain = name.replaceAll("^[\"`\\[]|[\"`\\]]$", "");
    return plain.toLowerCase(Locale.ROOT);
  }
}

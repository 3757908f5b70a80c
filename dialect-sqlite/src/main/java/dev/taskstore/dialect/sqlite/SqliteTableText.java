package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.migration.ElementAspect;
import dev.taskstore.db.migration.ElementKind;
import dev.taskstore.db.migration.SchemaElement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses what only the text of a CREATE TABLE statement contains: constraints with their names,
 * collations and expressions of columns, and the options of the table.
 *
 * @see <a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
final class SqliteTableText {

  /** The words with which a table or column constraint begins. */
  private static final Set<String> CLAUSES =
      Set.of(
          "constraint",
          "primary",
          "unique",
          "check",
          "foreign",
          "references",
          "not",
          "null",
          "default",
          "collate",
          "generated",
          "as");

  private final String table;
  private final List<SchemaElement> constraints = new ArrayList<>();
  private final Map<String, Map<ElementAspect, String>> columns = new LinkedHashMap<>();
  private final String options;

  private SqliteTableText(String table, SqliteTokens statement) {
    this.table = table;
    int open = statement.indexOf("(");
    int end = statement.afterParenthesis(open);
    for (SqliteTokens part : statement.between(open + 1, end - 1).splitAtCommas()) {
      if (CLAUSES.contains(part.at(0))) {
        readClauses(part, "");
      } else {
        columns.put(part.at(0), new EnumMap<>(ElementAspect.class));
        readClauses(part.from(nextClause(part, 1)), part.at(0));
      }
    }
    options =
        String.join(
            ", ",
            statement.from(end).splitAtCommas().stream()
                .map(SqliteTokens::toString)
                .sorted()
                .toList());
  }

  static SqliteTableText of(String table, String sql) {
    return new SqliteTableText(table, SqliteTokens.of(sql));
  }

  List<SchemaElement> constraints() {
    return constraints;
  }

  /** Returns the aspects of a column that the text contains. */
  Map<ElementAspect, String> column(String name) {
    return columns.getOrDefault(SqliteTokens.of('"' + name + '"').at(0), Map.of());
  }

  /** Returns options such as STRICT, or an empty text. */
  String options() {
    return options;
  }

  /** Reads the clauses one by one; table constraints do not require a comma between them. */
  private void readClauses(SqliteTokens part, String column) {
    String name = "";
    int begin = 0;
    while (begin < part.size()) {
      if (part.at(begin).equals("constraint")) {
        name = part.at(begin + 1);
        begin += 2;
      } else {
        int end = nextClause(part, begin + 1);
        if (part.at(begin).equals("foreign")) {
          end = nextClause(part, end + 1);
        }
        read(name, part.between(begin, end), column);
        name = "";
        begin = end;
      }
    }
  }

  /**
   * Returns the start of the next clause, ignoring words in parentheses and words within a clause.
   */
  private static int nextClause(SqliteTokens part, int from) {
    int i = from;
    while (i < part.size()) {
      String word = part.at(i);
      if (word.equals("(")) {
        i = part.afterParenthesis(i);
      } else if (CLAUSES.contains(word) && !continues(part, i)) {
        return i;
      } else {
        i++;
      }
    }
    return i;
  }

  /** Each of NOT NULL, NOT DEFERRABLE, SET NULL, SET DEFAULT and DEFAULT NULL is one clause. */
  private static boolean continues(SqliteTokens part, int index) {
    String word = part.at(index);
    String before = index == 0 ? "" : part.at(index - 1);
    return switch (word) {
      case "null" -> Set.of("not", "set", "default").contains(before);
      case "default" -> before.equals("set");
      case "not" -> part.at(index + 1).equals("deferrable");
      case "as" -> before.equals("always");
      default -> false;
    };
  }

  private void read(String name, SqliteTokens clause, String column) {
    switch (clause.at(0)) {
      case "primary" -> addKey(ElementKind.PRIMARY_KEY, name, clause.from(2), column);
      case "unique" -> addKey(ElementKind.UNIQUE_CONSTRAINT, name, clause.from(1), column);
      case "check" ->
          add(ElementKind.CHECK, name, Map.of(ElementAspect.EXPRESSION, clause.from(1).toString()));
      case "foreign" -> {
        int end = clause.afterParenthesis(2);
        addForeignKey(name, clause.between(2, end).toString(), clause.from(end));
      }
      case "references" -> addForeignKey(name, "(" + column + ")", clause);
      case "collate" -> addToColumn(column, ElementAspect.COLLATION, clause.from(1));
      case "generated" -> addToColumn(column, ElementAspect.GENERATED, clause.from(2));
      case "as" -> addToColumn(column, ElementAspect.GENERATED, clause);
      default -> {
        // NOT NULL and DEFAULT: the pragmas return these.
      }
    }
  }

  private void addToColumn(String column, ElementAspect aspect, SqliteTokens words) {
    Map<ElementAspect, String> aspects = columns.get(column);
    if (aspects != null) {
      aspects.put(aspect, words.toString());
    }
  }

  private void addKey(ElementKind kind, String name, SqliteTokens rest, String column) {
    String columnsAndMore =
        rest.at(0).equals("(") ? rest.toString() : ("(" + column + ") " + rest).strip();
    add(kind, name, Map.of(ElementAspect.COLUMNS, columnsAndMore));
  }

  private void addForeignKey(String name, String referring, SqliteTokens references) {
    Map<ElementAspect, String> aspects = new EnumMap<>(ElementAspect.class);
    aspects.put(ElementAspect.COLUMNS, referring);
    int end = references.at(2).equals("(") ? references.afterParenthesis(2) : 2;
    aspects.put(ElementAspect.REFERENCES, references.between(1, end).toString());
    aspects.put(ElementAspect.ON_DELETE, "no action");
    aspects.put(ElementAspect.ON_UPDATE, "no action");
    int i = end;
    while (i < references.size()) {
      if (references.at(i).equals("on")) {
        int length = Set.of("set", "no").contains(references.at(i + 2)) ? 2 : 1;
        aspects.put(
            references.at(i + 1).equals("delete")
                ? ElementAspect.ON_DELETE
                : ElementAspect.ON_UPDATE,
            references.between(i + 2, i + 2 + length).toString());
        i += 2 + length;
      } else if (references.at(i).equals("match")) {
        i += 2; // SQLite parses MATCH but ignores it
      } else {
        aspects.put(ElementAspect.DEFERRABLE, references.from(i).toString());
        i = references.size();
      }
    }
    add(ElementKind.FOREIGN_KEY, name, aspects);
  }

  private void add(ElementKind kind, String name, Map<ElementAspect, String> aspects) {
    String known = name.isEmpty() ? String.join(" ", aspects.values()) : name;
    constraints.add(new SchemaElement(kind, table, known, aspects));
  }
}

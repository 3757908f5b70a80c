package dev.taskstore.liquibase.sqlite.value;

import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.structure.core.Column;
import org.jspecify.annotations.Nullable;

/** The WHERE condition of a change, with values in the place of its parameters. */
final class PredicateText {

  private static final Pattern PARAMETER = Pattern.compile(":name|\\?|:value");

  /** The column that is compared with the parameter that follows. */
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?:[\\w$]+\\.)?(\"[^\"]+\"|`[^`]+`|\\[[^]]+]|[\\w$]+)\\s*"
              + "(?:==?|<>|!=|<=?|>=?|\\bIS(?:\\s+NOT)?|\\b(?:NOT\\s+)?LIKE|\\b(?:NOT\\s+)?IN\\s*\\([^()]*"
              + "|\\b(?:NOT\\s+)?BETWEEN(?:\\s+\\S+\\s+AND)?)\\s*$",
          Pattern.CASE_INSENSITIVE);

  private final Database database;
  private final String table;

  PredicateText(Database database, String table) {
    this.database = database;
    this.table = table;
  }

  /**
   * Returns the condition; {@code :name} is the next name, {@code :value} and {@code ?} the next
   * value.
   */
  String of(String predicate, List<String> names, List<Object> values) {
    ValueText literals = new ValueText(database, table);
    Iterator<String> name = names.stream().filter(Objects::nonNull).iterator();
    Iterator<Object> value = values.iterator();
    StringBuilder sql = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(predicate.strip());
    while (parameter.find()) {
      parameter.appendReplacement(sql, "");
      if (parameter.group().equals(":name")) {
        sql.append(name.hasNext() ? database.escapeObjectName(name.next(), Column.class) : ":name");
      } else if (value.hasNext()) {
        sql.append(literal(sql, value.next(), literals));
      } else {
        sql.append(parameter.group());
      }
    }
    return parameter.appendTail(sql).toString();
  }

  private String literal(CharSequence before, @Nullable Object value, ValueText literals) {
    Matcher compared = COMPARED.matcher(before);
    if (compared.find()) {
      return literals.of(compared.group(1), value);
    }
    boolean whole = value instanceof Number number && number.toString().matches("-?\\d+");
    if (value instanceof Date || (value instanceof Number && !whole)) {
      throw new UnexpectedLiquibaseException(
          "A parameter of the condition on "
              + table
              + " is not compared with a column, so that its form is not known;"
              + " write column = :value");
    }
    return literals.withoutType(value);
  }
}

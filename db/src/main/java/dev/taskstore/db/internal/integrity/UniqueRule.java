package dev.taskstore.db.internal.integrity;

import dev.taskstore.db.migration.ElementAspect;
import dev.taskstore.db.migration.ElementKind;
import dev.taskstore.db.migration.SchemaElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Index;
import org.jooq.Named;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;

/**
 * A primary key, a unique key or a unique index of a table.
 *
 * @param name the name
 * @param columns the names of the columns, or the expressions of an index
 * @param fields the same in a query
 * @param restriction the rows in which the values are unique
 */
record UniqueRule(String name, List<String> columns, List<Field<?>> fields, Condition restriction) {

  private static final Pattern SORT_ORDER =
      Pattern.compile("( asc| desc)?( nulls (first|last))?$", Pattern.CASE_INSENSITIVE);

  private static final String NULLS_EQUAL = "nulls not distinct";

  /**
   * Returns the rules of a table, by name: the keys and unique indexes of the generated table, and
   * the unique indexes of the live one, because only they have predicates.
   *
   * @param live the elements of the live schema; empty if it cannot be inspected
   */
  static List<UniqueRule> of(Table<?> table, Collection<SchemaElement> live) {
    Map<String, UniqueRule> rules = new LinkedHashMap<>();
    for (Index index : table.getIndexes()) {
      if (index.getUnique()) {
        put(
            rules,
            ofColumns(
                index.getName(),
                index.getFields().stream().map(field -> field.$field().getName()).toList()));
      }
    }
    for (SchemaElement element : live) {
      if (element.kind() == ElementKind.INDEX
          && element.table().equalsIgnoreCase(table.getName())
          && "yes".equals(element.aspects().get(ElementAspect.UNIQUE))) {
        put(rules, of(element));
      }
    }
    for (UniqueKey<?> key : table.getKeys()) {
      put(rules, ofColumns(key.getName(), key.getFields().stream().map(Named::getName).toList()));
    }
    return rules.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static void put(Map<String, UniqueRule> rules, UniqueRule rule) {
    rules.put(rule.name().toLowerCase(Locale.ROOT), rule);
  }

  private static UniqueRule ofColumns(String name, List<String> columns) {
    List<Field<?>> fields = new ArrayList<>();
    columns.forEach(column -> fields.add(DSL.field(DSL.quotedName(column))));
    return new UniqueRule(name, columns, fields, allNotNull(fields));
  }

  /** Rows with NULL in a unique key are distinct. */
  private static Condition allNotNull(List<Field<?>> fields) {
    Condition condition = DSL.noCondition();
    for (Field<?> field : fields) {
      condition = condition.and(field.isNotNull());
    }
    return condition;
  }

  private static UniqueRule of(SchemaElement index) {
    Map<ElementAspect, String> aspects = index.aspects();
    List<String> columns = new ArrayList<>();
    List<Field<?>> fields = new ArrayList<>();
    for (String part : split(aspects.getOrDefault(ElementAspect.COLUMNS, "()"))) {
      String expression = SORT_ORDER.matcher(part).replaceFirst("");
      columns.add(unquoted(expression));
      fields.add(DSL.field(DSL.raw("(" + expression + ")")));
    }
    boolean areNullsEqual = aspects.getOrDefault(ElementAspect.OPTIONS, "").contains(NULLS_EQUAL);
    Condition restriction = areNullsEqual ? DSL.noCondition() : allNotNull(fields);
    String predicate = aspects.get(ElementAspect.PREDICATE);
    return new UniqueRule(
        index.name(),
        columns,
        fields,
        predicate == null
            ? restriction
            : restriction.and(DSL.condition(DSL.raw("(" + predicate + ")"))));
  }

  private static String unquoted(String expression) {
    return expression.matches("\"[^\"]+\"")
        ? expression.substring(1, expression.length() - 1)
        : expression;
  }

  /** Splits {@code (a, lower(b), c)} at the commas that are outside of quotes and parentheses. */
  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int begin = 1;
    for (int i = 0; i < list.length(); i++) {
      char next = list.charAt(i);
      if (quote != 0) {
        quote = next == quote ? 0 : quote;
      } else if (next == '\'' || next == '"') {
        quote = next;
      } else if (next == '(') {
        depth++;
      } else if (next == ')') {
        depth--;
      }
      boolean ends = quote == 0 && ((next == ',' && depth == 1) || (next == ')' && depth == 0));
      if (ends && i > begin) {
        parts.add(list.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    return parts;
  }
}

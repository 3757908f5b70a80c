package dev.taskstore.db.internal.integrity;

import static dev.taskstore.db.migration.ElementAspect.EXPRESSION;

import dev.taskstore.db.integrity.IntegrityViolation.Kind;
import dev.taskstore.db.migration.ElementKind;
import dev.taskstore.db.migration.SchemaElement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Check;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Named;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;

/**
 * A foreign key or a check of a table.
 *
 * @param kind the kind of constraint
 * @param name the constraint's name
 * @param columns the columns of a foreign key; empty for a check
 * @param violated is true for rows that violate the constraint
 */
record TableRule(Kind kind, String name, List<String> columns, Condition violated) {

  private static final String PARENT = "parent";

  /** Returns the rule of a foreign key: the row that it references exists. */
  static TableRule of(ForeignKey<?, ?> key) {
    Table<?> parent = key.getKey().getTable().as(PARENT);
    Condition present = DSL.noCondition();
    Condition matches = DSL.noCondition();
    for (int i = 0; i < key.getFields().size(); i++) {
      TableField<?, ?> column = key.getFields().get(i);
      present = present.and(column.isNotNull());
      matches = matches.and(equal(column, parent, key.getKeyFields().get(i)));
    }
    return new TableRule(
        Kind.FOREIGN_KEY,
        key.getName(),
        key.getFields().stream().map(Named::getName).toList(),
        present.and(DSL.notExists(DSL.selectOne().from(parent).where(matches))));
  }

  @SuppressWarnings("unchecked") // Both columns of a foreign key have the same type.
  private static <T> Condition equal(
      TableField<?, T> column, Table<?> parent, TableField<?, ?> referenced) {
    return column.eq((Field<T>) parent.field(referenced));
  }

  /**
   * Returns the rule of a check as the database defines it. Its constants have the form in which
   * the database stores values, which may differ from that of the generated check.
   *
   * @return the rule; empty if the live schema has no such check
   */
  static Optional<TableRule> ofLive(Check<?> check, Collection<SchemaElement> live) {
    String table = check.getTable().getName();
    return live.stream()
        .filter(
            element ->
                element.kind() == ElementKind.CHECK
                    && element.table().equalsIgnoreCase(table)
                    && element.name().equalsIgnoreCase(check.getName()))
        .flatMap(element -> Optional.ofNullable(element.aspects().get(EXPRESSION)).stream())
        .findFirst()
        .map(
            expression ->
                new TableRule(
                    Kind.CHECK,
                    check.getName(),
                    List.of(),
                    DSL.condition(DSL.raw("(" + expression + ")")).not()));
  }

  /**
   * Returns the rule of a check. The generated tables contain its text in the SQL of the
   * generator's database, which jOOQ translates.
   */
  static TableRule of(Check<?> check, DSLContext dsl) {
    return new TableRule(Kind.CHECK, check.getName(), List.of(), translated(check, dsl).not());
  }

  private static Condition translated(Check<?> check, DSLContext dsl) {
    try {
      return dsl.parser().parseCondition(dsl.renderInlined(check.condition()));
    } catch (ParserException e) {
      return check.condition();
    }
  }
}

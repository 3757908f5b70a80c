package dev.taskstore.db;

import dev.taskstore.db.mapping.TableMapping;
import dev.taskstore.db.spi.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectLimitPercentStep;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * The select of a page. Its parameters stand in this order: the place behind which it begins, those
 * of the query, the number of rows.
 *
 * @param query the list
 * @param beyond the condition that a row stands behind the place
 * @param backward whether the page is read against the list's order
 * @param limit the number of rows
 */
record KeysetSelect(
    KeysetQuery query, Condition beyond, boolean backward, Field<? extends Number> limit) {

  /** The columns of the result: a table's, and behind them what else the list is ordered by. */
  static List<Field<?>> fields(TableMapping<?, ?> mapping, KeysetQuery query) {
    List<Field<?>> fields = new ArrayList<>(mapping.columns());
    query.order().fields().stream().filter(field -> !fields.contains(field)).forEach(fields::add);
    return fields;
  }

  /** Builds the select. */
  Select<?> of(DSLContext dsl, Dialect dialect, TableMapping<?, ?> mapping) {
    TableField<?, ?> key = query.linkedKey();
    return key == null
        ? rows(dsl, dialect, fields(mapping, query))
        : linked(dsl, rows(dsl, dialect, query.order().fields()).asTable("links"), key, mapping);
  }

  /** Looks up the entities of the links that the page has. */
  private <T> Select<?> linked(
      DSLContext dsl, Table<?> links, TableField<?, T> key, TableMapping<?, ?> mapping) {
    KeysetOrder order = query.order().of(links);
    return dsl.select(mapping.columns())
        .select(order.fields())
        .from(links)
        .join(mapping.table())
        .on(refersTo(key, order.fields().get(0)))
        .orderBy(order.sortFields(backward));
  }

  @SuppressWarnings("unchecked")
  private static <T> Condition refersTo(TableField<?, T> key, Field<?> link) {
    return key.eq((Field<T>) link);
  }

  /**
   * The place comes before the query's own conditions: of several bounds of one index there is a
   * planner that takes the first.
   */
  private SelectLimitPercentStep<?> rows(
      DSLContext dsl, Dialect dialect, List<? extends Field<?>> fields) {
    return dsl.select(fields)
        .from(query.from())
        .where(beyond)
        .and(query.where(dialect))
        .and(query.order().isComplete())
        .orderBy(query.order().sortFields(backward))
        .limit(limit);
  }
}

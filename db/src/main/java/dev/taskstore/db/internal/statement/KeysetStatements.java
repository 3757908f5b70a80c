package dev.taskstore.db.internal.statement;

import dev.taskstore.db.mapping.TableMapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Select;
import org.jooq.SelectLimitPercentStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The statements of a list that is read in pages. The parameters of a page are in this order: the
 * cursor's values, those of the list, the number of rows unless it is in the text. Thread-safe.
 */
public final class KeysetStatements {

  private static final int PARAMETER = 0;

  private final TableMapping<?, ?> mapping;
  private final KeysetSource source;
  private final StatementRenderer renderer;
  private final List<Integer> sortColumns;
  private final boolean sortedByTable;
  private final Map<PagePosition, TemplateMap<Integer>> pages = new EnumMap<>(PagePosition.class);
  private final LazyTemplate count = new LazyTemplate(this::renderCount);

  KeysetStatements(TableMapping<?, ?> mapping, KeysetSource source, StatementRenderer renderer) {
    this.mapping = mapping;
    this.source = source;
    this.renderer = renderer;
    List<Field<?>> fields = fields();
    this.sortColumns =
        source.sort().fields().stream().map(field -> fields.indexOf(field) + 1).toList();
    this.sortedByTable = fields.size() == mapping.columns().size();
    for (PagePosition position : PagePosition.values()) {
      pages.put(position, new TemplateMap<>(rows -> renderPage(position, rows)));
    }
  }

  /**
   * Returns the columns of the result: the columns of the table, followed by the other columns of
   * the order.
   */
  private List<Field<?>> fields() {
    List<Field<?>> fields = new ArrayList<>(mapping.columns());
    source.sort().fields().stream().filter(field -> !fields.contains(field)).forEach(fields::add);
    return fields;
  }

  /** Returns the positions of the order's columns in the result, from 1. */
  public List<Integer> sortColumns() {
    return sortColumns;
  }

  /** Returns whether all columns of the order are columns of the table. */
  public boolean isSortedByTable() {
    return sortedByTable;
  }

  /** Returns whether the size of a page is a literal in the SQL instead of a parameter. */
  public boolean isLiteral(int size) {
    return renderer.pageSizes().isLiteral(size);
  }

  /** Selects a page with the number of rows as a literal. */
  public SqlTemplate page(PagePosition position, int rows) {
    return Objects.requireNonNull(pages.get(position), "pages").get(rows);
  }

  /** Selects a page with the number of rows as the last parameter. */
  public SqlTemplate page(PagePosition position) {
    return page(position, PARAMETER);
  }

  private SqlTemplate renderPage(PagePosition position, int rows) {
    long limit = rows;
    return renderer.constant(
        select(position, rows == PARAMETER ? DSL.val(limit) : DSL.inline(limit)));
  }

  /**
   * Selects a page of a list that is built for one call.
   *
   * @param cursor the cursor's stored values, empty without a cursor
   */
  public BoundStatement pageOnce(PagePosition position, List<?> cursor, long rows) {
    return renderer.once(cursor, select(position, DSL.val(rows)));
  }

  private Select<?> select(PagePosition position, Param<Long> limit) {
    TableField<?, ?> key = source.linkedKey();
    return key == null
        ? rows(fields(), position, limit)
        : linked(rows(source.sort().fields(), position, limit).asTable("links"), key, position);
  }

  /** Looks up the entities of the links in the page. */
  private <T> Select<?> linked(Table<?> links, TableField<?, T> key, PagePosition position) {
    KeysetSort sort = source.sort().of(links);
    return renderer
        .dsl()
        .select(mapping.columns())
        .select(sort.fields())
        .from(links)
        .join(mapping.table())
        .on(refersTo(key, sort.fields().get(0)))
        .orderBy(sort.sortFields(position.isBackward()));
  }

  @SuppressWarnings("unchecked")
  private static <T> Condition refersTo(TableField<?, T> key, Field<?> link) {
    return key.eq((Field<T>) link);
  }

  /**
   * Puts the cursor's condition before the conditions of the list: if an index has several bounds,
   * some planners use the first one.
   */
  private SelectLimitPercentStep<?> rows(
      List<? extends Field<?>> fields, PagePosition position, Param<Long> limit) {
    KeysetSort sort = source.sort();
    return renderer
        .dsl()
        .select(fields)
        .from(source.from())
        .where(position.hasCursor() ? sort.beyond(position.isBackward()) : DSL.noCondition())
        .and(source.where(renderer.dialect()))
        .and(sort.isComplete())
        .orderBy(sort.sortFields(position.isBackward()))
        .limit(limit);
  }

  /** Counts the rows of the list. */
  public SqlTemplate count() {
    return count.get();
  }

  private SqlTemplate renderCount() {
    return renderer.constant(
        renderer
            .dsl()
            .select(DSL.count())
            .from(source.from())
            .where(source.where(renderer.dialect()))
            .and(source.sort().isComplete()));
  }
}

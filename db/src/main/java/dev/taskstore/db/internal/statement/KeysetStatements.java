package dev.taskstore.db.internal.statement;

import dev.taskstore.db.Parameter;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.TableMapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Select;
import org.jooq.SelectLimitPercentStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a list that is read in pages. The parameters of a page are in this order: the
 * cursor's values, those of the list, the number of rows unless it is in the text. Thread-safe.
 */
public final class KeysetStatements {

  private static final int PARAMETER = 0;

  /**
   * What the text of a page depends on, beside its position.
   *
   * @param rows the number of rows, or {@link #PARAMETER}
   * @param nulls the cursor's values that are null: bit 0 for the first one
   */
  private record Shape(int rows, int nulls) {

    boolean isNull(int column) {
      return (nulls & 1 << column) != 0;
    }
  }

  private final TableMapping<?, ?> mapping;
  private final KeysetSource source;
  private final StatementRenderer renderer;
  private final KeysetSort sort;

  /** The columns of the table, followed by the other columns of the order. */
  private final List<Field<?>> fields;

  private final List<Integer> sortColumns;
  private final boolean sortedByTable;
  private final Map<PagePosition, ConcurrentMap<Shape, KeysetTemplate>> pages = newPages();
  private final BiFunction<PagePosition, Shape, KeysetTemplate> newPage;
  private final LazyTemplate count;

  KeysetStatements(TableMapping<?, ?> mapping, KeysetSource source, StatementRenderer renderer) {
    this.mapping = mapping;
    this.source = source;
    this.renderer = renderer;
    this.sort = source.sort().map(renderer::ordered);
    this.fields = new ArrayList<>(mapping.columns());
    this.sortColumns = sort.fields().stream().map(this::position).toList();
    this.sortedByTable = fields.size() == mapping.columns().size();
    this.newPage = this::renderPage;
    this.count = new LazyTemplate(this::renderCount);
  }

  /** Creates the statements of a list without a principal for a scope. */
  KeysetStatements(KeysetStatements shared, ScopeBinding scope) {
    this.mapping = shared.mapping;
    this.source = shared.source;
    this.renderer = shared.renderer;
    this.sort = shared.sort;
    this.fields = shared.fields;
    this.sortColumns = shared.sortColumns;
    this.sortedByTable = shared.sortedByTable;
    this.newPage = (position, shape) -> shared.page(position, shape).boundTo(scope);
    this.count = shared.count.boundTo(scope);
  }

  private static Map<PagePosition, ConcurrentMap<Shape, KeysetTemplate>> newPages() {
    Map<PagePosition, ConcurrentMap<Shape, KeysetTemplate>> pages =
        new EnumMap<>(PagePosition.class);
    for (PagePosition position : PagePosition.values()) {
      pages.put(position, new ConcurrentHashMap<>());
    }
    return pages;
  }

  /**
   * Returns the position of a field in the result, from 1, and appends it if it is not a column of
   * the table. Expressions are not compared: jOOQ compares them by rendering them.
   */
  private int position(Field<?> field) {
    int index = field instanceof TableField ? fields.indexOf(field) : -1;
    if (index < 0) {
      fields.add(field);
      return fields.size();
    }
    return index + 1;
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
  public KeysetTemplate page(PagePosition position, List<@Nullable Object> cursor, int rows) {
    return page(position, new Shape(rows, nulls(cursor)));
  }

  private KeysetTemplate page(PagePosition position, Shape shape) {
    ConcurrentMap<Shape, KeysetTemplate> templates =
        Objects.requireNonNull(pages.get(position), "pages");
    KeysetTemplate known = templates.get(shape);
    return known != null
        ? known
        : templates.computeIfAbsent(shape, unused -> newPage.apply(position, shape));
  }

  /** Selects a page with the number of rows as the last parameter. */
  public KeysetTemplate page(PagePosition position, List<@Nullable Object> cursor) {
    return page(position, cursor, PARAMETER);
  }

  private static int nulls(List<@Nullable Object> cursor) {
    int nulls = 0;
    for (int i = 0; i < cursor.size(); i++) {
      nulls |= cursor.get(i) == null ? 1 << i : 0;
    }
    return nulls;
  }

  private KeysetTemplate renderPage(PagePosition position, Shape shape) {
    List<Integer> places = new ArrayList<>();
    List<KeysetColumn> columns = sort.columns();
    Condition beyond =
        beyond(
            position,
            shape::isNull,
            column -> {
              places.add(column);
              return Parameter.of(columns.get(column).field());
            });
    long limit = shape.rows();
    return KeysetTemplate.of(
        renderer.constant(
            select(
                position, beyond, shape.rows() == PARAMETER ? DSL.val(limit) : DSL.inline(limit))),
        places,
        position.hasCursor() ? columns.size() : 0);
  }

  /**
   * Selects a page of a list that is built for one call.
   *
   * @param cursor the cursor's stored values, empty without a cursor
   */
  public BoundStatement pageOnce(PagePosition position, List<@Nullable Object> cursor, long rows) {
    List<KeysetColumn> columns = sort.columns();
    Condition beyond =
        beyond(
            position,
            column -> cursor.get(column) == null,
            column -> value(columns.get(column).field(), cursor.get(column)));
    return renderer.once(select(position, beyond, DSL.val(rows)));
  }

  /** Returns the condition that a row is beyond the cursor, if there is one. */
  private Condition beyond(
      PagePosition position, IntPredicate isNull, IntFunction<Field<?>> values) {
    return position.hasCursor()
        ? new CursorCondition(sort.columns(), position.isBackward(), isNull, values).create()
        : DSL.noCondition();
  }

  @SuppressWarnings("unchecked") // The codec of a field returns values of its type.
  private static <T> Field<T> value(Field<T> field, @Nullable Object stored) {
    return DSL.val(
        (T) Codec.of(field.getDataType()).fromStored(Objects.requireNonNull(stored, "stored")),
        field);
  }

  private Select<?> select(PagePosition position, Condition beyond, Param<Long> limit) {
    TableField<?, ?> key = source.linkedKey();
    return key == null
        ? rows(fields, position, beyond, limit)
        : linked(rows(sort.fields(), position, beyond, limit).asTable("links"), key, position);
  }

  /** Looks up the entities of the links in the page. */
  private <T> Select<?> linked(Table<?> links, TableField<?, T> key, PagePosition position) {
    KeysetSort own = sort.of(links);
    return renderer
        .dsl()
        .select(mapping.columns())
        .select(own.fields())
        .from(links)
        .join(mapping.table())
        .on(refersTo(key, own.fields().get(0)))
        .orderBy(own.sortFields(position.isBackward()));
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
      List<? extends Field<?>> fields, PagePosition position, Condition beyond, Param<Long> limit) {
    return renderer
        .dsl()
        .select(fields)
        .from(source.from())
        .where(beyond)
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
            .and(sort.isComplete()));
  }
}

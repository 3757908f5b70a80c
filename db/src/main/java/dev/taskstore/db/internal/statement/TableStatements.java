package dev.taskstore.db.internal.statement;

import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.db.mapping.KeyedTableMapping;
import dev.taskstore.db.mapping.TableMapping;
import dev.taskstore.db.spi.SumTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM.NullOrdering;
import org.jspecify.annotations.Nullable;

/**
 * All SQL of a table in an open database. Repositories run no other statement on the table, so that
 * this class and the classes that it returns are the one place where rows can be scoped (to a user
 * or a tenant) and where the dialect's variant of a statement is chosen. Only the search for a
 * violated constraint does not use it, because constraints hold for all rows.
 *
 * <p>A statement is rendered at its first use and cached. The open database has one object for each
 * mapping. Thread-safe.
 */
public final class TableStatements {

  private final TableMapping<?, ?> mapping;
  private final StatementRenderer renderer;
  private final @Nullable KeyedStatements keyed;
  private final @Nullable TableStatements shared;
  private final @Nullable ScopeBinding scope;
  private final @Nullable Function<Table<?>, @Nullable WriteRules> newRules;
  private final @Nullable WriteRules rules;
  private final LazyTemplate insert;
  private final LazyTemplate insertCopy;
  private final TemplateMap<List<TableField<?, ?>>> unique;
  private final ConcurrentMap<List<TableField<?, ?>>, KeyListStatements> keyLists =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<JoinTable<?, ?>, JoinTableStatements> joinTables =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<KeysetSource, KeysetStatements> keysets = new ConcurrentHashMap<>();
  private final ConcurrentMap<Object, SqlTemplate> fixed = new ConcurrentHashMap<>();

  public TableStatements(TableMapping<?, ?> mapping, StatementRenderer renderer) {
    this.mapping = mapping;
    this.renderer = renderer;
    this.keyed =
        mapping instanceof KeyedTableMapping<?, ?, ?, ?> keyedMapping
            ? new KeyedStatements(keyedMapping, renderer)
            : null;
    this.shared = null;
    this.scope = null;
    this.newRules = null;
    this.rules = null;
    this.insert = new LazyTemplate(this::renderInsert);
    this.insertCopy = new LazyTemplate(this::renderInsertCopy);
    this.unique = new TemplateMap<>(this::renderFindUnique);
  }

  /**
   * Creates the statements of a table for a scope.
   *
   * @param shared the statements for all scopes with the same visible rows
   * @param renderer renders the statements of single calls for this scope
   * @param newRules returns the rules for writes to a table, or null if all may be written
   */
  public TableStatements(
      TableStatements shared,
      StatementRenderer renderer,
      ScopeBinding scope,
      Function<Table<?>, @Nullable WriteRules> newRules) {
    this.mapping = shared.mapping;
    this.renderer = renderer;
    this.keyed = shared.keyed == null ? null : new KeyedStatements(shared.keyed, scope);
    this.shared = shared;
    this.scope = scope;
    this.newRules = newRules;
    this.rules = newRules.apply(mapping.table());
    this.insert = shared.insert.boundTo(scope);
    this.insertCopy = shared.insertCopy.boundTo(scope);
    this.unique = shared.unique.boundTo(scope);
  }

  /** Returns the rules of the scope for writes, or null if all rows may be written. */
  public @Nullable WriteRules rules() {
    return rules;
  }

  /**
   * Checks that rows may be updated and deleted.
   *
   * @throws dev.taskstore.db.exception.ScopeViolationException when the scope does not permit it
   */
  public void ensureMayChange() {
    if (rules != null) {
      rules.ensureMayChange();
    }
  }

  private DSLContext dsl() {
    return renderer.dsl();
  }

  /**
   * Returns the statements on single rows, by primary key.
   *
   * @throws IllegalStateException when the table has no primary key
   */
  public KeyedStatements keyed() {
    if (keyed == null) {
      throw new IllegalStateException(mapping.table().getName() + " has no primary key.");
    }
    return keyed;
  }

  /**
   * Returns the statements that change rows by a condition.
   *
   * @throws IllegalStateException when the table has no primary key
   */
  public BulkStatements bulk() {
    return new BulkStatements(keyed().mapping(), this, renderer);
  }

  /** Returns the statements on rows by lists of keys. */
  public KeyListStatements keyList(List<TableField<?, ?>> columns) {
    KeyListStatements known = keyLists.get(columns);
    return known != null ? known : keyLists.computeIfAbsent(columns, this::newKeyList);
  }

  private KeyListStatements newKeyList(List<TableField<?, ?>> columns) {
    return shared == null || scope == null
        ? new KeyListStatements(mapping, columns, renderer)
        : new KeyListStatements(shared.keyList(columns), scope);
  }

  /** Returns the statements on a join table and the rows of this table that it links. */
  public JoinTableStatements joinTable(JoinTable<?, ?> join) {
    JoinTableStatements known = joinTables.get(join);
    return known != null ? known : joinTables.computeIfAbsent(join, this::newJoinTable);
  }

  private JoinTableStatements newJoinTable(JoinTable<?, ?> join) {
    return shared == null || scope == null || newRules == null
        ? new JoinTableStatements(mapping, join, renderer)
        : new JoinTableStatements(shared.joinTable(join), scope, newRules);
  }

  /** Returns the statements of a list that is read in pages. */
  public KeysetStatements keyset(KeysetSource source) {
    KeysetStatements known = keysets.get(source);
    return known != null ? known : keysets.computeIfAbsent(source, this::newKeyset);
  }

  private KeysetStatements newKeyset(KeysetSource source) {
    return shared == null || scope == null
        ? keysetOnce(source)
        : new KeysetStatements(shared.keyset(source), scope);
  }

  /** Returns the statements of a list that is built for one call. */
  public KeysetStatements keysetOnce(KeysetSource source) {
    return new KeysetStatements(mapping, source, renderer);
  }

  /** Inserts a row of {@link TableMapping#insertColumns()}. */
  public SqlTemplate insert() {
    return insert.get();
  }

  private SqlTemplate renderInsert() {
    return renderer.constant(
        dsl()
            .insertInto(mapping.table())
            .columns(mapping.insertColumns())
            .values(Placeholders.of(mapping.insertColumns())));
  }

  /** Inserts a row of {@link TableMapping#columns()}, among them a generated identity. */
  public SqlTemplate insertCopy() {
    return insertCopy.get();
  }

  private SqlTemplate renderInsertCopy() {
    return renderer.insert(
        dsl()
            .query(
                "insert into {0} ({1}) "
                    + (renderer.dialect().statementTraits().overridesSystemValues()
                        ? "overriding system value "
                        : "")
                    + "values ({2})",
                mapping.table().getUnqualifiedName(),
                DSL.list(mapping.columns().stream().map(Named::getUnqualifiedName).toList()),
                DSL.list(Placeholders.of(mapping.columns()))));
  }

  /** Returns the quoted name of the table, for a bulk load. */
  public String quotedTable() {
    return dsl().render(mapping.table().getUnqualifiedName());
  }

  /** Returns the quoted names of {@link TableMapping#insertColumns()}, for a bulk load. */
  public List<String> quotedInsertColumns() {
    return mapping.insertColumns().stream()
        .map(Named::getUnqualifiedName)
        .map(name -> dsl().render(name))
        .toList();
  }

  /** Finds the row with a unique key, whose columns are the parameters. */
  public SqlTemplate findUnique(List<TableField<?, ?>> key) {
    return unique.get(key);
  }

  private SqlTemplate renderFindUnique(List<TableField<?, ?>> key) {
    return renderer.constant(
        dsl()
            .select(mapping.columns())
            .from(mapping.table())
            .where(key.stream().map(Placeholders::equalTo).toList()));
  }

  /**
   * Returns the statement for a query of any shape that an application has written.
   *
   * @param query the key under which the statement is cached
   */
  public SqlTemplate fixed(Object query, Select<?> select) {
    SqlTemplate known = fixed.get(query);
    return known != null ? known : fixed.computeIfAbsent(query, unused -> newFixed(query, select));
  }

  private SqlTemplate newFixed(Object query, Select<?> select) {
    return shared == null || scope == null
        ? renderer.constant(select)
        : shared.fixed(query, select).boundTo(scope);
  }

  /**
   * Selects rows by a condition that is built for one call.
   *
   * @param order the order; the primary key, or all columns in a table without a primary key, are
   *     appended
   * @param limit the maximum number of rows, or {@link Integer#MAX_VALUE} for all
   */
  public BoundStatement select(Condition condition, List<SortField<?>> order, int limit) {
    var ordered =
        dsl()
            .select(mapping.columns())
            .from(mapping.table())
            .where(condition)
            .orderBy(totalOrder(order));
    return renderer.once(limit == Integer.MAX_VALUE ? ordered : ordered.limit(limit));
  }

  /**
   * Selects all rows by a condition, for a cursor that must not return rows that are written while
   * it is open.
   */
  public BoundStatement selectStable(Condition condition, List<SortField<?>> order) {
    List<SortField<?>> total = totalOrder(order);
    total.set(0, sortedBeforehand(total.get(0)));
    return renderer.once(
        dsl().select(mapping.columns()).from(mapping.table()).where(condition).orderBy(total));
  }

  private List<SortField<?>> totalOrder(List<SortField<?>> order) {
    List<SortField<?>> total = new ArrayList<>();
    List<Field<?>> seen = new ArrayList<>();
    for (SortField<?> field : order) {
      total.add(sort(field.$field(), field.$sortOrder(), field.$nullOrdering()));
      if (field.$field() instanceof TableField) {
        seen.add(field.$field());
      }
    }
    for (Field<?> field : keyed == null ? mapping.columns() : keyed.keyColumns()) {
      if (!seen.contains(field)) {
        total.add(sort(field, SortOrder.ASC, null));
      }
    }
    return total;
  }

  /**
   * Returns a sort field with nulls last unless they have an order of their own. The type of an
   * expression does not show whether it is null. A column that is not null has no order of nulls,
   * which some planners find in no index.
   */
  private SortField<?> sort(Field<?> field, SortOrder order, @Nullable NullOrdering nulls) {
    SortField<?> sort = EnumOrder.of(renderer.ordered(field)).sort(order);
    boolean nullable =
        !(field instanceof TableField)
            || field.getDataType().nullable()
            || !mapping.columns().contains(field);
    return nullable ? withNulls(sort, nulls) : sort;
  }

  private static SortField<?> withNulls(SortField<?> sort, @Nullable NullOrdering nulls) {
    return nulls == NullOrdering.NULLS_FIRST ? sort.nullsFirst() : sort.nullsLast();
  }

  private SortField<?> sortedBeforehand(SortField<?> sort) {
    SortField<?> sorted =
        renderer
            .dialect()
            .statementTraits()
            .sortedBeforehand(sort.$field())
            .sort(sort.$sortOrder());
    NullOrdering nulls = sort.$nullOrdering();
    return nulls == null ? sorted : withNulls(sorted, nulls);
  }

  /** Counts rows by a condition that is built for one call. */
  public BoundStatement count(Condition condition) {
    return renderer.once(dsl().select(DSL.count()).from(mapping.table()).where(condition));
  }

  /** Counts rows by a condition for each value of a column, in the order of the column. */
  public BoundStatement countBy(Condition condition, TableField<?, ?> column) {
    return renderer.once(
        dsl()
            .select(column, DSL.count())
            .from(mapping.table())
            .where(condition)
            .groupBy(column)
            .orderBy(sort(column, SortOrder.ASC, null)));
  }

  /** Selects the first value of a column in an order, among rows by a condition. */
  public BoundStatement extreme(Condition condition, TableField<?, ?> column, SortOrder order) {
    return renderer.once(
        dsl()
            .select(column)
            .from(mapping.table())
            .where(condition)
            .and(column.isNotNull())
            .orderBy(EnumOrder.of(column).sort(order))
            .limit(1));
  }

  /** Selects the values of a column that are not null, among rows by a condition. */
  public BoundStatement values(Condition condition, TableField<?, ?> column) {
    return renderer.once(
        dsl().select(column).from(mapping.table()).where(condition).and(column.isNotNull()));
  }

  /** Counts the values of a column and computes the terms of their sum, by a condition. */
  public BoundStatement total(Condition condition, TableField<?, ?> column, List<SumTerm> terms) {
    List<Field<?>> fields = new ArrayList<>(List.of(DSL.count(column)));
    terms.forEach(term -> fields.add(term.aggregate()));
    return renderer.once(dsl().select(fields).from(mapping.table()).where(condition));
  }

  /** Selects one value if a row meets a condition that is built for one call. */
  public BoundStatement exists(Condition condition) {
    return renderer.once(dsl().selectOne().from(mapping.table()).where(condition).limit(1));
  }
}

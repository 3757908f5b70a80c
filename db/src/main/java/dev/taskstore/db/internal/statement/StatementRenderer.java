package dev.taskstore.db.internal.statement;

import dev.taskstore.db.Parameter;
import dev.taskstore.db.spi.Dialect;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Renders jOOQ's queries for the dialect of an open database. Thread-safe. */
public final class StatementRenderer {

  private final Dialect dialect;
  private final DSLContext dsl;
  private final DSLContext constants;
  private final DSLContext calls;
  private final StatementRunner runner;
  private final PageSizes pageSizes;
  private final @Nullable RowRestriction restriction;
  private final @Nullable ScopeBinding scope;

  public StatementRenderer(Dialect dialect, DSLContext dsl, StatementRunner runner) {
    this.dialect = dialect;
    this.dsl = dsl;
    this.constants = rendering(dsl, PortableSql.forConstants(dialect));
    this.calls = rendering(dsl, PortableSql.forCalls(dialect));
    this.runner = runner;
    this.pageSizes = new PageSizes();
    this.restriction = null;
    this.scope = null;
  }

  private StatementRenderer(
      StatementRenderer whole, RowRestriction restriction, @Nullable ScopeBinding scope) {
    this.dialect = whole.dialect;
    this.dsl = whole.dsl;
    this.constants = rendering(dsl, PortableSql.forConstants(dialect), restriction.listener());
    this.calls = rendering(dsl, PortableSql.forCalls(dialect), restriction.listener());
    this.runner = whole.runner;
    this.pageSizes = whole.pageSizes;
    this.restriction = restriction;
    this.scope = scope;
  }

  private static DSLContext rendering(DSLContext dsl, VisitListener... listeners) {
    return DSL.using(dsl.configuration().derive(listeners));
  }

  /** Returns a renderer of statements for visible rows, which are later bound to a scope. */
  public StatementRenderer restrictedBy(RowRestriction visible) {
    return new StatementRenderer(this, visible, null);
  }

  /**
   * Returns a renderer of statements for single calls in a scope.
   *
   * @param visible the restriction with the principal of the scope
   */
  public StatementRenderer boundTo(RowRestriction visible, ScopeBinding bound) {
    return new StatementRenderer(this, visible, bound);
  }

  /** Returns the condition that a row of the target of an update or delete permits it. */
  Condition permitted(Table<?> target, RowPermission permission) {
    return restriction == null ? DSL.noCondition() : restriction.permitted(target, permission);
  }

  Dialect dialect() {
    return dialect;
  }

  DSLContext dsl() {
    return dsl;
  }

  PageSizes pageSizes() {
    return pageSizes;
  }

  /** Returns the form of a column or expression that the database orders like other dialects. */
  Field<?> ordered(Field<?> field) {
    boolean isText = field.getDataType().getBinding().converter().fromType() == String.class;
    return isText && !(field instanceof TableField)
        ? dialect.textFunctions().ordered(field)
        : field;
  }

  /** Returns one parameter for each column of an insert that updates or keeps existing rows. */
  List<Field<?>> upsertParameters(List<? extends Field<?>> columns) {
    return columns.stream().<Field<?>>map(this::upsertParameter).toList();
  }

  private <T> Field<T> upsertParameter(Field<T> column) {
    return dialect.statementTraits().upsertParameter(Parameter.of(column), column);
  }

  /** Renders a statement that is cached and used for many calls. */
  SqlTemplate constant(Query query) {
    SqlTemplate template = insert(query);
    if (restriction != null) {
      ensurePrincipal(query, template.hasPrincipal());
    }
    return template;
  }

  /** Renders a statement like {@link #constant} that only inserts rows, also plain SQL. */
  SqlTemplate insert(Query query) {
    String sql = constants.render(query);
    Collection<Param<?>> parameters = constants.extractParams(query).values();
    return restriction == null
        ? SqlTemplate.constant(sql, parameters, runner)
        : SqlTemplate.scoped(sql, parameters, runner, restriction::isPrincipal);
  }

  private void ensurePrincipal(Query query, boolean hasPrincipal) {
    boolean changesRows = !(query instanceof Select || query instanceof Insert);
    if (changesRows && restriction != null && restriction.namesPrincipal() && !hasPrincipal) {
      throw new IllegalStateException("An update or delete in a scope has no principal.");
    }
  }

  /**
   * Renders a statement for one call, with the values in the query's expressions. More values than
   * a statement may have parameters become literals.
   */
  BoundStatement once(Query query) {
    Collection<Param<?>> parameters = calls.extractParams(query).values();
    ensurePrincipal(
        query, restriction != null && parameters.stream().anyMatch(restriction::isPrincipal));
    long bound = parameters.stream().filter(parameter -> !parameter.isInline()).count();
    boolean fits = bound <= dialect.statementTraits().maximumParameters();
    String sql = fits ? calls.render(query) : calls.renderInlined(query);
    SqlText.validate(sql);
    Collection<Param<?>> values = fits ? parameters : List.of();
    BoundStatement statement = new BoundStatement(SqlTemplate.once(sql, values, runner), values);
    return scope == null ? statement : statement.boundTo(scope);
  }
}

package dev.taskstore.db.internal.statement;

import dev.taskstore.db.spi.Dialect;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Renders jOOQ's queries for the dialect of an open database. Thread-safe. */
public final class StatementRenderer {

  private final Dialect dialect;
  private final DSLContext dsl;
  private final DSLContext constants;
  private final DSLContext calls;
  private final StatementRunner runner;
  private final PageSizes pageSizes = new PageSizes();

  public StatementRenderer(Dialect dialect, DSLContext dsl, StatementRunner runner) {
    this.dialect = dialect;
    this.dsl = dsl;
    this.constants = rendering(dsl, PortableSql.forConstants(dialect));
    this.calls = rendering(dsl, PortableSql.forCalls(dialect));
    this.runner = runner;
  }

  private static DSLContext rendering(DSLContext dsl, PortableSql portable) {
    return DSL.using(dsl.configuration().derive(portable));
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

  /** Renders a statement that is cached and used for many calls. */
  SqlTemplate constant(Query query) {
    return SqlTemplate.constant(
        constants.render(query), constants.extractParams(query).values(), runner);
  }

  /**
   * Renders a statement for one call, with the values in the query's expressions. More values than
   * a statement may have parameters become literals.
   */
  BoundStatement once(Query query) {
    Collection<Param<?>> parameters = calls.extractParams(query).values();
    long bound = parameters.stream().filter(parameter -> !parameter.isInline()).count();
    boolean fits = bound <= dialect.statementTraits().maximumParameters();
    String sql = fits ? calls.render(query) : calls.renderInlined(query);
    SqlText.validate(sql);
    Collection<Param<?>> values = fits ? parameters : List.of();
    return new BoundStatement(SqlTemplate.once(sql, values, runner), values);
  }
}

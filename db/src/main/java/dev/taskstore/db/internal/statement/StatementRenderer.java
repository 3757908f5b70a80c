package dev.taskstore.db.internal.statement;

import dev.taskstore.db.spi.Dialect;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Query;

/** Renders jOOQ's queries for the dialect of an open database. Thread-safe. */
public final class StatementRenderer {

  private final Dialect dialect;
  private final DSLContext dsl;
  private final StatementRunner runner;
  private final PageSizes pageSizes = new PageSizes();

  public StatementRenderer(Dialect dialect, DSLContext dsl, StatementRunner runner) {
    this.dialect = dialect;
    this.dsl = dsl;
    this.runner = runner;
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

  /** Renders a statement that is cached and used for many calls. */
  SqlTemplate constant(Query query) {
    return SqlTemplate.constant(dsl.render(query), dsl.extractParams(query).values(), runner);
  }

  /** Renders a statement for one call, with the values in the query's expressions. */
  BoundStatement once(Query query) {
    return once(List.of(), query);
  }

  /**
   * Renders a statement for one call. The first parameters receive stored values, the others the
   * values in the query's expressions.
   */
  BoundStatement once(List<?> stored, Query query) {
    Collection<Param<?>> parameters = dsl.extractParams(query).values();
    return new BoundStatement(
        SqlTemplate.once(dsl.render(query), parameters, runner), stored, parameters);
  }
}

package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.value.RowBinder;
import java.util.Collection;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** A statement together with its values. */
public final class BoundStatement {

  private final SqlTemplate template;
  private final @Nullable Object[] arguments;

  /**
   * Creates a statement with values.
   *
   * @param parameters all parameters of the query, with their values
   */
  BoundStatement(SqlTemplate template, Collection<Param<?>> parameters) {
    this.template = template;
    this.arguments =
        parameters.stream()
            .filter(parameter -> !parameter.isInline())
            .map(Param::getValue)
            .toArray();
  }

  private BoundStatement(SqlTemplate template, @Nullable Object[] arguments) {
    this.template = template;
    this.arguments = arguments;
  }

  /** Returns the same statement for a scope, whose principal is one of the values. */
  BoundStatement boundTo(ScopeBinding scope) {
    return new BoundStatement(template.boundTo(scope), arguments);
  }

  /** Returns the SQL and the parameter types. */
  public SqlTemplate template() {
    return template;
  }

  /** Binds the values. */
  public RowBinder binder() {
    return template.arguments(arguments);
  }
}

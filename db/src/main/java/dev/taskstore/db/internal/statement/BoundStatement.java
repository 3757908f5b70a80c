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

  /** Returns the SQL and the parameter types. */
  public SqlTemplate template() {
    return template;
  }

  /** Binds the values. */
  public RowBinder binder() {
    return template.arguments(arguments);
  }
}

package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.value.RowBinder;
import java.util.Collection;
import java.util.List;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** A statement together with its values. */
public final class BoundStatement {

  private final SqlTemplate template;
  private final List<?> stored;
  private final @Nullable Object[] arguments;

  /**
   * Creates a statement with values.
   *
   * @param stored stored values for the first parameters
   * @param parameters all parameters of the query; those after the stored values have values
   */
  BoundStatement(SqlTemplate template, List<?> stored, Collection<Param<?>> parameters) {
    this.template = template;
    this.stored = stored;
    this.arguments =
        parameters.stream()
            .filter(parameter -> !parameter.isInline())
            .skip(stored.size())
            .map(Param::getValue)
            .toArray();
  }

  /** Returns the SQL and the parameter types. */
  public SqlTemplate template() {
    return template;
  }

  /** Binds the values. */
  public RowBinder binder() {
    return template.arguments(stored, arguments);
  }
}

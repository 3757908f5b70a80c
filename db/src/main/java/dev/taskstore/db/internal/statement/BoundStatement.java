package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.value.RowBinder;
import java.util.Collection;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** A statement together with the values that jOOQ's expressions hold. */
public final class BoundStatement {

  private final SqlTemplate template;
  private final @Nullable Object[] arguments;

  public BoundStatement(SqlTemplate template, Collection<Param<?>> parameters) {
    this.template = template;
    this.arguments = parameters.stream().filter(p -> !p.isInline()).map(Param::getValue).toArray();
  }

  /** The statement's text and parameter types. */
  public SqlTemplate template() {
    return template;
  }

  /** Binds the values. */
  public RowBinder binder() {
    return template.arguments(arguments);
  }
}

package dev.taskstore.db;

import java.time.Instant;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;

public final class InstantBinding implements Binding<Instant, Instant> {
  private static final long serialVersionUID = 1L;

  @Override
  public Converter<Instant, Instant> converter() {
    return Converter.ofNullable(Instant.class, Instant.class, value -> value, value -> value);
  }

  @Override
  public void sql(BindingSQLContext<Instant> context) {}

  @Override
  public void register(BindingRegisterContext<Instant> context) {}

  @Override
  public void set(BindingSetStatementContext<Instant> context) {}

  @Override
  public void set(BindingSetSQLOutputContext<Instant> context) {}

  @Override
  public void get(BindingGetResultSetContext<Instant> context) {}

  @Override
  public void get(BindingGetStatementContext<Instant> context) {}

  @Override
  public void get(BindingGetSQLInputContext<Instant> context) {}
}

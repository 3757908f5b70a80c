package dev.taskstore.db;

import java.util.UUID;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;

public final class UuidBinding implements Binding<UUID, UUID> {
  private static final long serialVersionUID = 1L;

  @Override
  public Converter<UUID, UUID> converter() {
    return Converter.ofNullable(UUID.class, UUID.class, value -> value, value -> value);
  }

  @Override
  public void sql(BindingSQLContext<UUID> context) {}

  @Override
  public void register(BindingRegisterContext<UUID> context) {}

  @Override
  public void set(BindingSetStatementContext<UUID> context) {}

  @Override
  public void set(BindingSetSQLOutputContext<UUID> context) {}

  @Override
  public void get(BindingGetResultSetContext<UUID> context) {}

  @Override
  public void get(BindingGetStatementContext<UUID> context) {}

  @Override
  public void get(BindingGetSQLInputContext<UUID> context) {}
}

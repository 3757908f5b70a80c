package dev.taskstore.db;

import org.jooq.JSON;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;

public final class JsonBinding implements Binding<JSON, JSON> {
  private static final long serialVersionUID = 1L;

  @Override
  public Converter<JSON, JSON> converter() {
    return Converter.ofNullable(JSON.class, JSON.class, value -> value, value -> value);
  }

  @Override
  public void sql(BindingSQLContext<JSON> context) {}

  @Override
  public void register(BindingRegisterContext<JSON> context) {}

  @Override
  public void set(BindingSetStatementContext<JSON> context) {}

  @Override
  public void set(BindingSetSQLOutputContext<JSON> context) {}

  @Override
  public void get(BindingGetResultSetContext<JSON> context) {}

  @Override
  public void get(BindingGetStatementContext<JSON> context) {}

  @Override
  public void get(BindingGetSQLInputContext<JSON> context) {}
}

package dev.taskstore.db;

import java.time.LocalTime;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;

public final class TimeBinding implements Binding<LocalTime, LocalTime> {
  private static final long serialVersionUID = 1L;

  @Override
  public Converter<LocalTime, LocalTime> converter() {
    return Converter.ofNullable(LocalTime.class, LocalTime.class, value -> value, value -> value);
  }

  @Override
  public void sql(BindingSQLContext<LocalTime> context) {}

  @Override
  public void register(BindingRegisterContext<LocalTime> context) {}

  @Override
  public void set(BindingSetStatementContext<LocalTime> context) {}

  @Override
  public void set(BindingSetSQLOutputContext<LocalTime> context) {}

  @Override
  public void get(BindingGetResultSetContext<LocalTime> context) {}

  @Override
  public void get(BindingGetStatementContext<LocalTime> context) {}

  @Override
  public void get(BindingGetSQLInputContext<LocalTime> context) {}
}

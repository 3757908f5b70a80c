package dev.taskstore.db;

import java.time.LocalDate;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;

public final class DateBinding implements Binding<LocalDate, LocalDate> {
  private static final long serialVersionUID = 1L;

  @Override
  public Converter<LocalDate, LocalDate> converter() {
    return Converter.ofNullable(LocalDate.class, LocalDate.class, value -> value, value -> value);
  }

  @Override
  public void sql(BindingSQLContext<LocalDate> context) {}

  @Override
  public void register(BindingRegisterContext<LocalDate> context) {}

  @Override
  public void set(BindingSetStatementContext<LocalDate> context) {}

  @Override
  public void set(BindingSetSQLOutputContext<LocalDate> context) {}

  @Override
  public void get(BindingGetResultSetContext<LocalDate> context) {}

  @Override
  public void get(BindingGetStatementContext<LocalDate> context) {}

  @Override
  public void get(BindingGetSQLInputContext<LocalDate> context) {}
}

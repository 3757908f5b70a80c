package dev.taskstore.db;

import java.math.BigDecimal;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;

public final class DecimalBinding implements Binding<BigDecimal, BigDecimal> {
  private static final long serialVersionUID = 1L;

  public DecimalBinding(int precision, int scale) {}

  @Override
  public Converter<BigDecimal, BigDecimal> converter() {
    return Converter.ofNullable(BigDecimal.class, BigDecimal.class, value -> value, value -> value);
  }

  @Override
  public void sql(BindingSQLContext<BigDecimal> context) {}

  @Override
  public void register(BindingRegisterContext<BigDecimal> context) {}

  @Override
  public void set(BindingSetStatementContext<BigDecimal> context) {}

  @Override
  public void set(BindingSetSQLOutputContext<BigDecimal> context) {}

  @Override
  public void get(BindingGetResultSetContext<BigDecimal> context) {}

  @Override
  public void get(BindingGetStatementContext<BigDecimal> context) {}

  @Override
  public void get(BindingGetSQLInputContext<BigDecimal> context) {}
}

package dev.taskstore.db;

import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;

public final class BytesBinding implements Binding<byte[], Bytes> {
  private static final long serialVersionUID = 1L;

  @Override
  public Converter<byte[], Bytes> converter() {
    return Converter.ofNullable(byte[].class, Bytes.class, Bytes::of, Bytes::toByteArray);
  }

  @Override
  public void sql(BindingSQLContext<Bytes> context) {}

  @Override
  public void register(BindingRegisterContext<Bytes> context) {}

  @Override
  public void set(BindingSetStatementContext<Bytes> context) {}

  @Override
  public void set(BindingSetSQLOutputContext<Bytes> context) {}

  @Override
  public void get(BindingGetResultSetContext<Bytes> context) {}

  @Override
  public void get(BindingGetStatementContext<Bytes> context) {}

  @Override
  public void get(BindingGetSQLInputContext<Bytes> context) {}
}

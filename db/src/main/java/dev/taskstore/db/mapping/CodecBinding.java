package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.JdbcRowWriter;
import dev.taskstore.db.internal.value.LiteralRowWriter;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;

/**
 * Binds the values of a codec in the dialect's form, and validates them. Thread-safe.
 *
 * @param <D> the type of the column in jOOQ
 * @param <T> the Java type of a value
 */
final class CodecBinding<D, T> implements Binding<D, T> {

  private static final long serialVersionUID = 1L;

  private final Codec<D, T> codec;
  private final Converter<D, T> converter;

  CodecBinding(Codec<D, T> codec) {
    this.codec = codec;
    this.converter =
        Converter.ofNullable(
            codec.databaseType(), codec.javaType(), codec::fromDatabase, codec::toDatabase);
  }

  Codec<D, T> codec() {
    return codec;
  }

  @Override
  public Converter<D, T> converter() {
    return converter;
  }

  @Override
  public void sql(BindingSQLContext<T> context) throws SQLException {
    if (context.render().paramType() == ParamType.INLINED) {
      LiteralRowWriter literal = new LiteralRowWriter(ValueStorage.of(context.configuration()));
      codec.writeParameter(literal, context.value());
      context.render().sql(literal.sql());
    } else {
      context.render().sql(context.variable());
    }
  }

  @Override
  public void set(BindingSetStatementContext<T> context) throws SQLException {
    codec.writeParameter(
        new JdbcRowWriter(
            context.statement(), ValueStorage.of(context.configuration()), context.index()),
        context.value());
  }

  @Override
  public void get(BindingGetResultSetContext<T> context) throws SQLException {
    context.value(
        codec.read(
            new RowReader(context.resultSet(), ValueStorage.of(context.configuration())),
            context.index()));
  }

  @Override
  public void register(BindingRegisterContext<T> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public void set(BindingSetSQLOutputContext<T> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public void get(BindingGetStatementContext<T> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public void get(BindingGetSQLInputContext<T> context) throws SQLException {
    throw unsupported();
  }

  private SQLFeatureNotSupportedException unsupported() {
    return new SQLFeatureNotSupportedException(
        "Stored procedures and object types are not supported for "
            + codec.javaType().getSimpleName()
            + " columns.");
  }
}

package dev.taskstore.db;

import dev.taskstore.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
import org.jooq.Converters;
import org.jooq.conf.ParamType;
import org.jspecify.annotations.Nullable;

/** A jOOQ binding that leaves the form of a value to the dialect's {@link ValueStorage}. */
abstract class StorageBinding<T> implements Binding<T, T> {

  private static final long serialVersionUID = 1L;

  private final Class<T> type;

  StorageBinding(Class<T> type) {
    this.type = type;
  }

  abstract void set(ValueStorage storage, PreparedStatement statement, int parameter, T value)
      throws SQLException;

  abstract @Nullable T get(ValueStorage storage, ResultSet resultSet, int column)
      throws SQLException;

  abstract int nullType(ValueStorage storage);

  abstract String literal(ValueStorage storage, T value);

  @Override
  public final Converter<T, T> converter() {
    return Converters.identity(type);
  }

  @Override
  public final void sql(BindingSQLContext<T> context) {
    if (context.render().paramType() == ParamType.INLINED) {
      T value = context.value();
      context
          .render()
          .sql(value == null ? "null" : literal(ValueStorage.of(context.configuration()), value));
    } else {
      context.render().sql(context.variable());
    }
  }

  @Override
  public final void set(BindingSetStatementContext<T> context) throws SQLException {
    ValueStorage storage = ValueStorage.of(context.configuration());
    T value = context.value();
    if (value == null) {
      context.statement().setNull(context.index(), nullType(storage));
    } else {
      set(storage, context.statement(), context.index(), value);
    }
  }

  @Override
  public final void get(BindingGetResultSetContext<T> context) throws SQLException {
    context.value(
        get(ValueStorage.of(context.configuration()), context.resultSet(), context.index()));
  }

  @Override
  public final void register(BindingRegisterContext<T> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public final void set(BindingSetSQLOutputContext<T> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public final void get(BindingGetStatementContext<T> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public final void get(BindingGetSQLInputContext<T> context) throws SQLException {
    throw unsupported();
  }

  private SQLFeatureNotSupportedException unsupported() {
    return new SQLFeatureNotSupportedException(
        "Stored procedures and object types are not supported for "
            + type.getSimpleName()
            + " columns.");
  }
}

package dev.taskstore.db.mapping;

import dev.taskstore.db.spi.ValueStorage;
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
import org.jooq.conf.ParamType;
import org.jspecify.annotations.Nullable;

/**
 * A jOOQ binding that leaves the form of a value to the dialect's {@link ValueStorage}.
 *
 * @param <T> the type that jOOQ knows the column by
 * @param <U> the type that the application sees
 */
abstract class StorageBinding<T, U> implements Binding<T, U> {

  private static final long serialVersionUID = 1L;

  private final Converter<T, U> converter;

  StorageBinding(Converter<T, U> converter) {
    this.converter = converter;
  }

  abstract void set(ValueStorage storage, PreparedStatement statement, int parameter, U value)
      throws SQLException;

  abstract @Nullable U get(ValueStorage storage, ResultSet resultSet, int column)
      throws SQLException;

  abstract int nullType(ValueStorage storage);

  abstract String literal(ValueStorage storage, U value);

  @Override
  public final Converter<T, U> converter() {
    return converter;
  }

  @Override
  public final void sql(BindingSQLContext<U> context) {
    if (context.render().paramType() == ParamType.INLINED) {
      U value = context.value();
      context
          .render()
          .sql(value == null ? "null" : literal(ValueStorage.of(context.configuration()), value));
    } else {
      context.render().sql(context.variable());
    }
  }

  @Override
  public final void set(BindingSetStatementContext<U> context) throws SQLException {
    ValueStorage storage = ValueStorage.of(context.configuration());
    U value = context.value();
    if (value == null) {
      context.statement().setNull(context.index(), nullType(storage));
    } else {
      set(storage, context.statement(), context.index(), value);
    }
  }

  @Override
  public final void get(BindingGetResultSetContext<U> context) throws SQLException {
    context.value(
        get(ValueStorage.of(context.configuration()), context.resultSet(), context.index()));
  }

  @Override
  public final void register(BindingRegisterContext<U> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public final void set(BindingSetSQLOutputContext<U> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public final void get(BindingGetStatementContext<U> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public final void get(BindingGetSQLInputContext<U> context) throws SQLException {
    throw unsupported();
  }

  private SQLFeatureNotSupportedException unsupported() {
    return new SQLFeatureNotSupportedException(
        "Stored procedures and object types are not supported for "
            + converter.toType().getSimpleName()
            + " columns.");
  }
}

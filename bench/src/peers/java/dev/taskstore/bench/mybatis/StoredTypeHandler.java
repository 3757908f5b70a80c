package dev.taskstore.bench.mybatis;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Stores a type in the representation of the schema. */
final class StoredTypeHandler<T> extends BaseTypeHandler<T> {

  /** Binds a value. */
  @FunctionalInterface
  interface Setter<T> {
    void set(PreparedStatement statement, int position, T value) throws SQLException;
  }

  /** Reads a value, or null. */
  @FunctionalInterface
  interface Getter<T> {
    T get(ResultSet row, int column) throws SQLException;
  }

  private final int nullType;
  private final Setter<T> setter;
  private final Getter<T> getter;

  StoredTypeHandler(int nullType, Setter<T> setter, Getter<T> getter) {
    this.nullType = nullType;
    this.setter = setter;
    this.getter = getter;
  }

  @Override
  public void setParameter(PreparedStatement statement, int position, T value, JdbcType type)
      throws SQLException {
    if (value == null) {
      statement.setNull(position, nullType);
    } else {
      setter.set(statement, position, value);
    }
  }

  @Override
  public void setNonNullParameter(PreparedStatement statement, int position, T value, JdbcType type)
      throws SQLException {
    setter.set(statement, position, value);
  }

  @Override
  public T getNullableResult(ResultSet row, String column) throws SQLException {
    return getter.get(row, row.findColumn(column));
  }

  @Override
  public T getNullableResult(ResultSet row, int column) throws SQLException {
    return getter.get(row, column);
  }

  @Override
  public T getNullableResult(CallableStatement statement, int column) {
    throw new UnsupportedOperationException("Procedures are not used");
  }
}

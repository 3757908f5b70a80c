package dev.taskstore.db.mapping;

import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jooq.Converters;
import org.jspecify.annotations.Nullable;

/** Binds {@link LocalDate} columns in the form that the dialect stores them in. Thread-safe. */
public final class DateBinding extends StorageBinding<LocalDate, LocalDate> {

  private static final long serialVersionUID = 1L;
  private static final String WHAT = "A date";

  /** Creates the binding; generated tables do. */
  public DateBinding() {
    super(Converters.identity(LocalDate.class));
  }

  @Override
  void set(ValueStorage storage, PreparedStatement statement, int parameter, LocalDate value)
      throws SQLException {
    Checks.date(WHAT, value);
    storage.setDate(statement, parameter, value);
  }

  @Override
  @Nullable LocalDate get(ValueStorage storage, ResultSet resultSet, int column)
      throws SQLException {
    return storage.getDate(resultSet, column);
  }

  @Override
  int nullType(ValueStorage storage) {
    return storage.dateType();
  }

  @Override
  String literal(ValueStorage storage, LocalDate value) {
    Checks.date(WHAT, value);
    return storage.dateLiteral(value);
  }
}

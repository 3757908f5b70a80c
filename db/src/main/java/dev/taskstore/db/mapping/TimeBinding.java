package dev.taskstore.db.mapping;

import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jooq.Converters;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@link LocalTime} columns in the form that the dialect stores them in, truncated to
 * microseconds. Thread-safe.
 */
public final class TimeBinding extends StorageBinding<LocalTime, LocalTime> {

  private static final long serialVersionUID = 1L;

  /** Creates the binding; generated tables do. */
  public TimeBinding() {
    super(Converters.identity(LocalTime.class));
  }

  @Override
  void set(ValueStorage storage, PreparedStatement statement, int parameter, LocalTime value)
      throws SQLException {
    storage.setTime(statement, parameter, value.truncatedTo(ChronoUnit.MICROS));
  }

  @Override
  @Nullable LocalTime get(ValueStorage storage, ResultSet resultSet, int column)
      throws SQLException {
    return storage.getTime(resultSet, column);
  }

  @Override
  int nullType(ValueStorage storage) {
    return storage.timeType();
  }

  @Override
  String literal(ValueStorage storage, LocalTime value) {
    return storage.timeLiteral(value.truncatedTo(ChronoUnit.MICROS));
  }
}

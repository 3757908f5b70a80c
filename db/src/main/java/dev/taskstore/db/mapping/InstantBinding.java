package dev.taskstore.db.mapping;

import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.Converters;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@link Instant} columns in the form that the dialect stores them in, truncated to
 * microseconds. Thread-safe.
 */
public final class InstantBinding extends StorageBinding<Instant, Instant> {

  private static final long serialVersionUID = 1L;

  /** Creates the binding; generated tables do. */
  public InstantBinding() {
    super(Converters.identity(Instant.class));
  }

  @Override
  void set(ValueStorage storage, PreparedStatement statement, int parameter, Instant value)
      throws SQLException {
    Checks.instant("An instant", value);
    storage.setInstant(statement, parameter, value.truncatedTo(ChronoUnit.MICROS));
  }

  @Override
  @Nullable Instant get(ValueStorage storage, ResultSet resultSet, int column) throws SQLException {
    return storage.getInstant(resultSet, column);
  }

  @Override
  int nullType(ValueStorage storage) {
    return storage.instantType();
  }

  @Override
  String literal(ValueStorage storage, Instant value) {
    Checks.instant("An instant", value);
    return storage.instantLiteral(value.truncatedTo(ChronoUnit.MICROS));
  }
}

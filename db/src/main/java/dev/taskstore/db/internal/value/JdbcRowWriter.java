package dev.taskstore.db.internal.value;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.mapping.TextType;
import dev.taskstore.db.spi.ValueStorage;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds values to the parameters of a statement in their order. */
public final class JdbcRowWriter implements RowWriter {

  private final PreparedStatement statement;
  private final ValueStorage storage;
  private final @Nullable ReservedParameters reserved;
  private int parameter;

  public JdbcRowWriter(PreparedStatement statement, ValueStorage storage) {
    this(statement, storage, 1);
  }

  /** Creates a writer that starts at a position. */
  public JdbcRowWriter(PreparedStatement statement, ValueStorage storage, int firstParameter) {
    this.statement = statement;
    this.storage = storage;
    this.reserved = null;
    this.parameter = firstParameter - 1;
  }

  /** Creates a writer that binds the reserved parameters and skips them. */
  public JdbcRowWriter(
      PreparedStatement statement, ValueStorage storage, ReservedParameters reserved)
      throws SQLException {
    this.statement = statement;
    this.storage = storage;
    this.reserved = reserved;
    reserved.bind(statement, storage);
  }

  /** Starts again at the first parameter, for the next row of a batch. */
  public void restart() throws SQLException {
    parameter = 0;
    if (reserved != null) {
      reserved.bind(statement, storage);
    }
  }

  private int next() {
    parameter++;
    while (reserved != null && reserved.contains(parameter)) {
      parameter++;
    }
    return parameter;
  }

  @Override
  public RowWriter text(@Nullable String value) throws SQLException {
    statement.setString(next(), value);
    return this;
  }

  @Override
  public RowWriter uuid(@Nullable UUID value) throws SQLException {
    if (value == null) {
      storage.setNull(statement, next(), storage.uuidType());
    } else {
      storage.setUuid(statement, next(), value);
    }
    return this;
  }

  @Override
  public RowWriter instant(@Nullable Instant value) throws SQLException {
    if (value == null) {
      storage.setNull(statement, next(), storage.instantType());
    } else {
      storage.setInstant(statement, next(), value);
    }
    return this;
  }

  @Override
  public RowWriter bigint(@Nullable Long value) throws SQLException {
    if (value == null) {
      statement.setNull(next(), Types.BIGINT);
    } else {
      statement.setLong(next(), value);
    }
    return this;
  }

  @Override
  public RowWriter integer(@Nullable Integer value) throws SQLException {
    if (value == null) {
      statement.setNull(next(), Types.INTEGER);
    } else {
      statement.setInt(next(), value);
    }
    return this;
  }

  @Override
  public RowWriter smallint(@Nullable Short value) throws SQLException {
    if (value == null) {
      statement.setNull(next(), Types.SMALLINT);
    } else {
      statement.setShort(next(), value);
    }
    return this;
  }

  @Override
  public RowWriter bool(@Nullable Boolean value) throws SQLException {
    if (value == null) {
      statement.setNull(next(), Types.BOOLEAN);
    } else {
      statement.setBoolean(next(), value);
    }
    return this;
  }

  @Override
  public RowWriter text(@Nullable String value, TextType type) throws SQLException {
    storage.setText(statement, next(), value, type);
    return this;
  }

  @Override
  public RowWriter decimal(@Nullable BigDecimal value, int precision) throws SQLException {
    if (value == null) {
      storage.setNull(statement, next(), storage.decimalType(precision));
    } else {
      storage.setDecimal(statement, next(), value, precision);
    }
    return this;
  }

  @Override
  public RowWriter doublePrecision(@Nullable Double value) throws SQLException {
    if (value == null) {
      storage.setNull(statement, next(), storage.doubleType());
    } else {
      storage.setDouble(statement, next(), value);
    }
    return this;
  }

  @Override
  public RowWriter real(@Nullable Float value) throws SQLException {
    if (value == null) {
      storage.setNull(statement, next(), storage.realType());
    } else {
      storage.setReal(statement, next(), value);
    }
    return this;
  }

  @Override
  public RowWriter timestamp(@Nullable LocalDateTime value) throws SQLException {
    if (value == null) {
      storage.setNull(statement, next(), storage.timestampType());
    } else {
      storage.setTimestamp(statement, next(), value);
    }
    return this;
  }

  @Override
  public RowWriter date(@Nullable LocalDate value) throws SQLException {
    if (value == null) {
      storage.setNull(statement, next(), storage.dateType());
    } else {
      storage.setDate(statement, next(), value);
    }
    return this;
  }

  @Override
  public RowWriter time(@Nullable LocalTime value) throws SQLException {
    if (value == null) {
      storage.setNull(statement, next(), storage.timeType());
    } else {
      storage.setTime(statement, next(), value);
    }
    return this;
  }

  @Override
  public RowWriter bytes(@Nullable Bytes value) throws SQLException {
    if (value == null) {
      storage.setNull(statement, next(), storage.bytesType());
    } else {
      storage.setBytes(statement, next(), value.toByteArray());
    }
    return this;
  }
}

package dev.taskstore.db.internal.value;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.spi.ValueStorage;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds values to the parameters of a statement in their order. */
public final class JdbcRowWriter implements RowWriter {

  private final PreparedStatement statement;
  private final ValueStorage storage;
  private int parameter;

  public JdbcRowWriter(PreparedStatement statement, ValueStorage storage) {
    this(statement, storage, 1);
  }

  /** Creates a writer that starts at a position. */
  public JdbcRowWriter(PreparedStatement statement, ValueStorage storage, int firstParameter) {
    this.statement = statement;
    this.storage = storage;
    this.parameter = firstParameter - 1;
  }

  /** Starts again at the first parameter, for the next row of a batch. */
  public void restart() {
    parameter = 0;
  }

  @Override
  public RowWriter text(@Nullable String value) throws SQLException {
    statement.setString(++parameter, value);
    return this;
  }

  @Override
  public RowWriter uuid(@Nullable UUID value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, storage.uuidType());
    } else {
      storage.setUuid(statement, ++parameter, value);
    }
    return this;
  }

  @Override
  public RowWriter instant(@Nullable Instant value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, storage.instantType());
    } else {
      storage.setInstant(statement, ++parameter, value);
    }
    return this;
  }

  @Override
  public RowWriter bigint(@Nullable Long value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, Types.BIGINT);
    } else {
      statement.setLong(++parameter, value);
    }
    return this;
  }

  @Override
  public RowWriter integer(@Nullable Integer value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, Types.INTEGER);
    } else {
      statement.setInt(++parameter, value);
    }
    return this;
  }

  @Override
  public RowWriter smallint(@Nullable Short value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, Types.SMALLINT);
    } else {
      statement.setShort(++parameter, value);
    }
    return this;
  }

  @Override
  public RowWriter bool(@Nullable Boolean value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, Types.BOOLEAN);
    } else {
      statement.setBoolean(++parameter, value);
    }
    return this;
  }

  @Override
  public RowWriter decimal(@Nullable BigDecimal value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, storage.decimalType());
    } else {
      storage.setDecimal(statement, ++parameter, value);
    }
    return this;
  }

  @Override
  public RowWriter date(@Nullable LocalDate value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, storage.dateType());
    } else {
      storage.setDate(statement, ++parameter, value);
    }
    return this;
  }

  @Override
  public RowWriter time(@Nullable LocalTime value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, storage.timeType());
    } else {
      storage.setTime(statement, ++parameter, value);
    }
    return this;
  }

  @Override
  public RowWriter bytes(@Nullable Bytes value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, storage.bytesType());
    } else {
      storage.setBytes(statement, ++parameter, value.toByteArray());
    }
    return this;
  }
}

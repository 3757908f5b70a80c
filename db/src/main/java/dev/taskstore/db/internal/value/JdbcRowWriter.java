package dev.taskstore.db.internal.value;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Checks;
import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.spi.ValueStorage;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;

/** Binds values to the parameters of a statement, from the first one on. */
public final class JdbcRowWriter implements RowWriter {

  private static final String PARAMETER = "A text";
  private static final String INSTANT = "An instant";
  private static final String DECIMAL = "A decimal";
  private static final String DATE = "A date";
  private static final String BYTES = "Binary data";
  private static final String JSON_TEXT = "A JSON text";

  private final PreparedStatement statement;
  private final ValueStorage storage;
  private int parameter;

  public JdbcRowWriter(PreparedStatement statement, ValueStorage storage) {
    this.statement = statement;
    this.storage = storage;
  }

  /** Starts over with the first parameter, for the next row of a batch. */
  public void restart() {
    parameter = 0;
  }

  @Override
  public RowWriter text(@Nullable String value) throws SQLException {
    Checks.text(PARAMETER, value);
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
      Checks.instant(INSTANT, value);
      storage.setInstant(statement, ++parameter, value.truncatedTo(ChronoUnit.MICROS));
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
  public RowWriter decimal(@Nullable BigDecimal value, int precision, int scale)
      throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, storage.decimalType());
    } else {
      Checks.decimal(DECIMAL, value, precision, scale);
      storage.setDecimal(statement, ++parameter, Decimals.atScale(value, scale));
    }
    return this;
  }

  @Override
  public RowWriter date(@Nullable LocalDate value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, storage.dateType());
    } else {
      Checks.date(DATE, value);
      storage.setDate(statement, ++parameter, value);
    }
    return this;
  }

  @Override
  public RowWriter time(@Nullable LocalTime value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, storage.timeType());
    } else {
      storage.setTime(statement, ++parameter, value.truncatedTo(ChronoUnit.MICROS));
    }
    return this;
  }

  @Override
  public RowWriter bytes(@Nullable Bytes value) throws SQLException {
    if (value == null) {
      statement.setNull(++parameter, storage.bytesType());
    } else {
      Checks.bytes(BYTES, value);
      storage.setBytes(statement, ++parameter, value.toByteArray());
    }
    return this;
  }

  @Override
  public RowWriter json(@Nullable JSON value) throws SQLException {
    Checks.json(JSON_TEXT, value);
    statement.setString(++parameter, value == null ? null : value.data());
    return this;
  }
}

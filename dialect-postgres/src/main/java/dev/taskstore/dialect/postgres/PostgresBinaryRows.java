package dev.taskstore.dialect.postgres;

import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.db.spi.BinaryRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.ByteConverter;

/**
 * Reads rows with {@code COPY ... TO STDOUT} in the binary format. A message of the server contains
 * one row, the first one also the header.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, Binary Format</a>
 */
final class PostgresBinaryRows implements BinaryRows {

  private static final int SIGNATURE_LENGTH = 11;
  private static final int FLAGS_LENGTH = 4;
  private static final int END = -1;
  private static final long MICROS_PER_DAY = 86_400 * PostgresColumnType.MICROS_PER_SECOND;
  private static final long LOWEST_INSTANT = PostgresColumnType.micros(ValueLimits.MIN_INSTANT);
  private static final long HIGHEST_INSTANT = PostgresColumnType.micros(ValueLimits.MAX_INSTANT);
  private static final long LOWEST_DATE = ValueLimits.MIN_DATE.toEpochDay();
  private static final long HIGHEST_DATE = ValueLimits.MAX_DATE.toEpochDay();

  private final CopyOut copy;
  private final PostgresColumnType[] types;
  private final int[] offsets;
  private final int[] lengths;
  private byte[] row = {};
  private boolean begun;
  private boolean readable = true;

  private PostgresBinaryRows(CopyOut copy, List<PostgresColumnType> types) {
    this.copy = copy;
    this.types = types.toArray(PostgresColumnType[]::new);
    this.offsets = new int[types.size()];
    this.lengths = new int[types.size()];
  }

  /** Starts reading; returns empty if a column has another type than the library stores in it. */
  static Optional<BinaryRows> open(Connection connection, String query, List<Class<?>> expected)
      throws SQLException {
    List<PostgresColumnType> types = PostgresColumnType.ofQuery(connection, query);
    if (types == null
        || types.contains(PostgresColumnType.NUMERIC)
        || types.contains(PostgresColumnType.JSONB)
        || !types.stream().map(PostgresColumnType::javaType).toList().equals(expected)) {
      return Optional.empty();
    }
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
    return Optional.of(new PostgresBinaryRows(copy, types));
  }

  @Override
  public boolean next() throws SQLException {
    byte @Nullable [] message = copy.readFromCopy();
    if (message == null) {
      return false;
    }
    int position = begun ? 0 : headerLength(message);
    begun = true;
    if (position == message.length) {
      return next();
    }
    if (ByteConverter.int2(message, position) == END) {
      return next();
    }
    row = message;
    readValues(position + Short.BYTES);
    return true;
  }

  private static int headerLength(byte[] message) {
    int fixed = SIGNATURE_LENGTH + FLAGS_LENGTH;
    return fixed + Integer.BYTES + ByteConverter.int4(message, fixed);
  }

  private void readValues(int begin) {
    int position = begin;
    for (int i = 0; i < types.length; i++) {
      int length = ByteConverter.int4(row, position);
      position += Integer.BYTES;
      offsets[i] = position;
      lengths[i] = length;
      if (length != NULL) {
        convert(types[i], position);
        position += length;
        if (types[i] == PostgresColumnType.CHARACTER) {
          lengths[i] = withoutBlanks(offsets[i], length);
        }
      }
    }
  }

  /** Trailing blanks of {@code char(n)} have no meaning. */
  private int withoutBlanks(int offset, int length) {
    int remaining = length;
    while (remaining > 0 && row[offset + remaining - 1] == ' ') {
      remaining--;
    }
    return remaining;
  }

  /** Counts dates and instants from 1970. */
  private void convert(PostgresColumnType type, int position) {
    if (type == PostgresColumnType.TIMESTAMPTZ || type == PostgresColumnType.TIMESTAMP) {
      long micros = ByteConverter.int8(row, position) + PostgresColumnType.EPOCH_MICROS;
      readable &= micros >= LOWEST_INSTANT && micros <= HIGHEST_INSTANT;
      ByteConverter.int8(row, position, micros);
    } else if (type == PostgresColumnType.DATE) {
      long day = ByteConverter.int4(row, position) + PostgresColumnType.EPOCH_DAY;
      readable &= day >= LOWEST_DATE && day <= HIGHEST_DATE;
      ByteConverter.int4(row, position, (int) day);
    } else if (type == PostgresColumnType.TIME) {
      // PostgreSQL accepts 24:00:00.
      readable &= ByteConverter.int8(row, position) < MICROS_PER_DAY;
    } else if (type == PostgresColumnType.DOUBLE) {
      double value = ByteConverter.float8(row, position);
      readable &= Double.isFinite(value);
      ByteConverter.float8(row, position, value + 0.0); // The negative zero becomes the positive.
    } else if (type == PostgresColumnType.REAL) {
      float value = ByteConverter.float4(row, position);
      readable &= Float.isFinite(value);
      ByteConverter.float4(row, position, value + 0.0f);
    }
  }

  @Override
  public byte[] bytes() {
    return row;
  }

  @Override
  public int offset(int column) {
    return offsets[column];
  }

  @Override
  public int length(int column) {
    return lengths[column];
  }

  @Override
  public boolean isReadable() {
    return readable;
  }

  /**
   * Reads the rows that remain: the driver confuses later responses when it cancels a COPY that the
   * server has completed.
   */
  @Override
  public void close() throws SQLException {
    while (copy.isActive() && copy.readFromCopy() != null) {
      // The row is of no use.
    }
  }
}

package dev.taskstore.bench.transfer;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The types of columns in the stored forms of SQLite and PostgreSQL. */
enum LoopType {
  TEXT {
    @Override
    String copied(ResultSet sqlite, int column) throws SQLException {
      String text = sqlite.getString(column);
      return text == null ? null : escaped(text);
    }

    @Override
    void insert(ResultSet postgres, int column, PreparedStatement sqlite) throws SQLException {
      sqlite.setString(column, postgres.getString(column));
    }
  },
  UUID {
    @Override
    String copied(ResultSet sqlite, int column) throws SQLException {
      byte[] bytes = sqlite.getBytes(column);
      if (bytes == null) {
        return null;
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new java.util.UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    @Override
    void insert(ResultSet postgres, int column, PreparedStatement sqlite) throws SQLException {
      java.util.UUID uuid = postgres.getObject(column, java.util.UUID.class);
      sqlite.setBytes(
          column,
          ByteBuffer.allocate(16)
              .putLong(uuid.getMostSignificantBits())
              .putLong(uuid.getLeastSignificantBits())
              .array());
    }
  },
  INSTANT {
    @Override
    String copied(ResultSet sqlite, int column) throws SQLException {
      long micros = sqlite.getLong(column);
      return sqlite.wasNull()
          ? null
          : Instant.ofEpochSecond(
                  Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000)
              .toString();
    }

    @Override
    void insert(ResultSet postgres, int column, PreparedStatement sqlite) throws SQLException {
      OffsetDateTime time = postgres.getObject(column, OffsetDateTime.class);
      if (time == null) {
        sqlite.setNull(column, Types.BIGINT);
      } else {
        sqlite.setLong(column, time.toEpochSecond() * MICROS + time.getNano() / 1_000);
      }
    }
  },
  BIGINT {
    @Override
    String copied(ResultSet sqlite, int column) throws SQLException {
      return Long.toString(sqlite.getLong(column));
    }

    @Override
    void insert(ResultSet postgres, int column, PreparedStatement sqlite) throws SQLException {
      sqlite.setLong(column, postgres.getLong(column));
    }
  };

  private static final long MICROS = 1_000_000;

  /** Reads a value from SQLite and returns it in the text format of COPY; null for NULL. */
  abstract String copied(ResultSet sqlite, int column) throws SQLException;

  /** Reads a value from PostgreSQL and binds it for SQLite. */
  abstract void insert(ResultSet postgres, int column, PreparedStatement sqlite)
      throws SQLException;

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}

package dev.taskstore.db;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

public final class RowReader {
  public String text(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public UUID uuid(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public Instant instant(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public Long bigint(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public Integer integer(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public Short smallint(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public Boolean bool(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }
}

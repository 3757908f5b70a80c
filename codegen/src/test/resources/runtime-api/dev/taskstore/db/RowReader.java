package dev.taskstore.db;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jooq.JSON;

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

  public BigDecimal decimal(int column, int scale) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public LocalDate date(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public LocalTime time(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public Bytes bytes(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public JSON json(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }

  public Boolean bool(int column) throws SQLException {
    throw new UnsupportedOperationException();
  }
}

package dev.taskstore.db;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jooq.JSON;

public interface RowWriter {
  RowWriter text(String value) throws SQLException;

  RowWriter uuid(UUID value) throws SQLException;

  RowWriter instant(Instant value) throws SQLException;

  RowWriter bigint(Long value) throws SQLException;

  RowWriter integer(Integer value) throws SQLException;

  RowWriter smallint(Short value) throws SQLException;

  RowWriter bool(Boolean value) throws SQLException;

  RowWriter decimal(BigDecimal value, int precision, int scale) throws SQLException;

  RowWriter date(LocalDate value) throws SQLException;

  RowWriter time(LocalTime value) throws SQLException;

  RowWriter bytes(Bytes value) throws SQLException;

  RowWriter json(JSON value) throws SQLException;
}

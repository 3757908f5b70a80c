package dev.taskstore.db;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

public interface RowWriter {
  RowWriter text(String value) throws SQLException;

  RowWriter uuid(UUID value) throws SQLException;

  RowWriter instant(Instant value) throws SQLException;

  RowWriter bigint(Long value) throws SQLException;

  RowWriter integer(Integer value) throws SQLException;

  RowWriter smallint(Short value) throws SQLException;

  RowWriter bool(Boolean value) throws SQLException;
}

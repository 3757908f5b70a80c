package dev.taskstore.db.internal.statement;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on a connection. */
@FunctionalInterface
public interface SqlWork<T extends @Nullable Object> {

  /** Runs the work. */
  T run(Connection connection) throws SQLException;
}

package dev.taskstore.transfer.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on a connection with an active transaction. */
@FunctionalInterface
interface SqlWork<T extends @Nullable Object> {

  /** Runs the work. */
  T run(Access access) throws SQLException;
}

package dev.taskstore.codegen.database;

import java.sql.Connection;

/** An empty database that exists until it is closed. For one thread. */
public interface ScratchDatabase extends AutoCloseable {

  /**
   * Returns the connection to the database.
   *
   * @return the connection; closing this object closes it
   */
  Connection connection();

  /**
   * Removes the database.
   *
   * @throws dev.taskstore.codegen.GenerationException if it cannot be removed
   */
  @Override
  void close();
}

package dev.taskstore.testdata.junit;

/**
 * Creates, copies and removes the databases of a run of tests on one kind of database.
 * Implementations are thread-safe. Closing removes all databases.
 */
interface DatabaseHost extends AutoCloseable {

  /** Creates an empty database. */
  Location create();

  /** Copies a database to which nobody is connected. */
  Location copyOf(Location template);

  /** Removes a database to which nobody is connected, soon. */
  void remove(Location database);

  @Override
  void close();
}

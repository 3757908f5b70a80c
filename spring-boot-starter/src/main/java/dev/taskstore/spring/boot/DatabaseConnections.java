package dev.taskstore.spring.boot;

import dev.taskstore.db.DatabaseOptions;

/** Sets from where the auto-configured store or database has its connections. */
@FunctionalInterface
interface DatabaseConnections {

  /** Sets the URL and credentials, or the data source. */
  void apply(DatabaseOptions<?> options);
}

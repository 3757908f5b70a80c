/** Reports metrics and traces of a database to Micrometer. */
module dev.taskstore.observability {
  requires transitive dev.taskstore.db;
  requires transitive micrometer.core;
  requires transitive micrometer.observation;
  requires transitive org.jspecify;
  requires micrometer.commons;

  exports dev.taskstore.observability;
}

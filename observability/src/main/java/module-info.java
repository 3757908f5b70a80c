/** Reports metrics and traces of a database to Micrometer. */
module dev.taskstore.observability {
  requires transitive dev.taskstore.db;
  requires transitive micrometer.commons;
  requires transitive micrometer.core;
  requires transitive micrometer.observation;
  requires transitive org.jspecify;

  exports dev.taskstore.observability;
}

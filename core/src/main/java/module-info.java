/** Repositories for users, tasks and tags that behave the same on every supported database. */
module dev.taskstore {
  requires transitive dev.taskstore.db;
  requires static jakarta.xml.bind;

  exports dev.taskstore;
  exports dev.taskstore.schema;
  exports dev.taskstore.schema.tables;
  exports dev.taskstore.schema.tables.records;
}

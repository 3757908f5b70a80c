/** Deterministic test data, and databases for tests. */
module dev.taskstore.testdata {
  requires transitive dev.taskstore.db;
  requires transitive org.jspecify;
  requires static transitive dev.taskstore;
  requires static transitive org.junit.jupiter.api;
  requires static org.junit.platform.commons;
  requires dev.taskstore.transfer;
  requires net.datafaker;

  exports dev.taskstore.testdata;
  exports dev.taskstore.testdata.junit;
  exports dev.taskstore.testdata.schema;
}

/** Copies the rows of a database to another one, and compares databases. */
module dev.taskstore.transfer {
  requires com.fasterxml.jackson.core;
  requires transitive dev.taskstore.db;
  requires transitive org.jspecify;

  exports dev.taskstore.transfer;
  exports dev.taskstore.transfer.exception;
  exports dev.taskstore.transfer.report;
}

/** Writes databases to archives that can be restored on every dialect. */
module dev.taskstore.backup {
  requires transitive dev.taskstore.db;
  requires transitive org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.jr.ob;
  requires com.google.crypto.tink;
  requires dev.taskstore.transfer;

  exports dev.taskstore.backup;
}

/** Copies the rows of a database to another one, and compares databases. */
module dev.taskstore.transfer {
  requires transitive dev.taskstore.db;
  requires transitive org.jspecify;
}

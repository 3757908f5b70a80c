/** Transactions as Kotlin functions. */
module dev.taskstore.kotlin {
  requires transitive dev.taskstore.db;
  requires transitive kotlin.stdlib;
  requires static transitive dev.taskstore;

  exports dev.taskstore.kotlin;
}

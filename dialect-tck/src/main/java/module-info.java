/** The contract that every dialect of TaskStore must pass, as JUnit classes. */
module dev.taskstore.dialect.tck {
  requires transitive dev.taskstore.db;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;
  requires org.jooq;
  requires java.logging;
  requires org.jspecify;
  requires org.junit.jupiter.params;

  exports dev.taskstore.dialect.tck;

  opens dev.taskstore.dialect.tck;
}

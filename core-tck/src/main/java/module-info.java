/** The contract that TaskStore keeps on every dialect, as JUnit classes. */
module dev.taskstore.core.tck {
  requires transitive dev.taskstore;
  requires transitive dev.taskstore.dialect.tck;
  requires org.assertj.core;
  requires org.junit.jupiter.params;

  exports dev.taskstore.core.tck;

  opens dev.taskstore.core.tck;
}

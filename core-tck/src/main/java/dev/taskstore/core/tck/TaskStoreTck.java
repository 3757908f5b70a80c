package dev.taskstore.core.tck;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.tck.DialectTck;
import dev.taskstore.dialect.tck.MutableClock;
import dev.taskstore.dialect.tck.TckDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/**
 * The contract of every dialect, and that of {@link TaskStore} on the dialect. A dialect extends
 * this class in place of {@link DialectTck} to run both.
 */
public abstract class TaskStoreTck extends DialectTck {

  private @Nullable TckDatabase taskStoreDatabase;
  private @Nullable TaskStore taskStore;

  /** Creates the contract; JUnit does. */
  protected TaskStoreTck() {}

  /** The store that all tests share. */
  final synchronized TaskStore taskStore() {
    TaskStore open = taskStore;
    if (open == null) {
      taskStoreDatabase = create();
      open = connect(TaskStore.builder(), taskStoreDatabase).clock(clock()).open();
      taskStore = open;
    }
    return open;
  }

  /** The clock of the store. */
  final MutableClock taskStoreClock() {
    return clock();
  }

  /** Empties all tables of the store. */
  final void clearTaskStore() {
    taskStore().dsl().deleteFrom(USERS).execute();
    taskStore().dsl().deleteFrom(TAGS).execute();
  }

  @AfterAll
  final void closeTaskStore() {
    if (taskStore != null) {
      taskStore.close();
    }
    if (taskStoreDatabase != null) {
      taskStoreDatabase.close();
    }
  }

  @Nested
  class TagRepository extends TagRepositoryContract {
    TagRepository() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class TaskRepository extends TaskRepositoryContract {
    TaskRepository() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class TitleSearch extends TitleSearchContract {
    TitleSearch() {
      super(TaskStoreTck.this);
    }
  }
}

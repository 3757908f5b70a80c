package dev.taskstore.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.db.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of the domain's methods on a store that has been closed. */
abstract class ClosedTaskStoreContract extends TaskStoreContract {

  ClosedTaskStoreContract(TaskStoreTck tck) {
    super(tck);
  }

  @Test
  void everyDomainMethodOfAClosedStoreReportsThatItIsClosed() {
    Task task = insertTask(insertUser("ada"), "t");
    TaskStore store = tck.openTaskStore();
    store.close();

    for (Runnable call :
        List.<Runnable>of(
            () -> store.tags().statistics(),
            () -> store.tags().attach(task.id(), "a"),
            () -> store.tags().findOrCreateAll(List.of("a")),
            () -> store.tasks().statisticsByUser(),
            () -> store.tasks().complete(task.id()),
            () -> store.tasks().withTags(List.of(task)),
            () -> store.tasks().searchTitle("t", PageRequest.first(1)))) {
      assertThatThrownBy(call::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has been closed");
    }
    assertThat(store().tasks().findAll(PageRequest.first(9)).items()).containsExactly(task);
    assertThat(store().tags().count()).isZero();
  }
}

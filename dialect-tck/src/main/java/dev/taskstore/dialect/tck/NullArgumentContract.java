package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.dialect.tck.tasks.TagRepository;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.schema.UserRepositoryBase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A null key, entity or draft is refused before any SQL runs, alone and in a collection. */
@NullUnmarked
abstract class NullArgumentContract extends Contract {

  private static final PageRequest FIRST = PageRequest.first(10);

  NullArgumentContract(DialectFixture tck) {
    super(tck);
  }

  @Test
  void nullsAreRefusedAndTheTransactionStaysUsable() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "title");

    store()
        .transaction(
            tx -> {
              refuses(tx.users(), ada);
              refuses(tx.tasks(), task);
              refuses(tx.tags(), task.id());
              assertThat(tx.tasks().deleteAllById(List.of(task.id()))).isEqualTo(1);
            });

    assertThat(store().tasks().count()).isZero();
    assertThat(store().users().getById(ada.id())).isEqualTo(ada);
  }

  private static void refuses(UserRepositoryBase users, User ada) {
    assertRefused(() -> users.insert(null));
    assertRefused(() -> users.insertAll(Arrays.asList(newUser("bob"), null)));
    assertRefused(() -> users.findByUsername(null));
    assertRefused(() -> users.findAllByUsername(Arrays.asList("ada", null)));
    assertRefused(() -> users.upsertByUsername(null));
    assertRefused(() -> users.upsertAllByUsername(Arrays.asList(newUser("bob"), null)));
    assertRefused(() -> users.update(null));
    assertRefused(() -> users.updateAll(Arrays.asList(ada, null)));
    assertRefused(() -> users.delete(null));
    assertRefused(() -> users.deleteById(null, 0));
    assertRefused(() -> users.where(DSL.noCondition()).update(null));
    assertRefused(() -> users.where(DSL.noCondition()).countBy(null));
    assertRefused(() -> users.where(DSL.noCondition()).sum(null));
    assertRefused(() -> users.where(DSL.noCondition()).average(null, 0));
  }

  private static void refuses(TaskRepository tasks, Task task) {
    List<UUID> keys = Arrays.asList(task.id(), null);
    assertRefused(() -> tasks.findById(null));
    assertRefused(() -> tasks.getById(null));
    assertRefused(() -> tasks.existsById(null));
    assertRefused(() -> tasks.findAllById(keys));
    assertRefused(() -> tasks.deleteById(null));
    assertRefused(() -> tasks.deleteAllById(keys));
    assertRefused(() -> tasks.update(null, TaskChanges.none()));
    assertRefused(() -> tasks.update(null, TaskChanges.none().title("t")));
    assertRefused(() -> tasks.update(null, 0, TaskChanges.none().title("t")));
    assertRefused(() -> tasks.update(task.id(), null));
    assertRefused(() -> tasks.findByUser(null, FIRST));
    assertRefused(() -> tasks.findByUser(task.userId(), null));
    assertRefused(() -> tasks.countByUser(null));
    assertRefused(() -> tasks.findByTag(null, FIRST));
    assertRefused(() -> tasks.countByTag(null));
    assertRefused(() -> tasks.findByTags(keys));
    assertRefused(() -> tasks.attachTags(null, List.of()));
    assertRefused(() -> tasks.attachTags(task.id(), keys));
    assertRefused(() -> tasks.detachTags(null, List.of()));
    assertRefused(() -> tasks.detachTags(task.id(), keys));
  }

  private static void refuses(TagRepository tags, UUID taskId) {
    Map<UUID, List<UUID>> links = new LinkedHashMap<>();
    links.put(null, List.of());
    assertRefused(() -> tags.attachTasks(links));
    links.clear();
    links.put(taskId, null);
    assertRefused(() -> tags.attachTasks(links));
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NullPointerException.class);
  }
}

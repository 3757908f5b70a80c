package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.PageRequest;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** UUIDs: all 128 bits are significant, and the order is that of their unsigned bytes. */
abstract class UuidContract extends Contract {

  private static final List<UUID> IN_ORDER =
      Stream.of(
              "00000000-0000-0000-0000-000000000000",
              "00000000-0000-0000-0000-000000000001",
              "00000000-0000-0000-7fff-ffffffffffff",
              "00000000-0000-0000-8000-000000000000",
              "00000000-0000-0001-0000-000000000000",
              "01234567-89ab-cdef-0123-456789abcdef",
              "31653500-0000-0000-0000-000000000000",
              "7fffffff-ffff-ffff-0000-000000000000",
              "7fffffff-ffff-ffff-ffff-ffffffffffff",
              "80000000-0000-0000-0000-000000000000",
              "80000000-0000-0000-8000-000000000000",
              "ffffffff-ffff-ffff-7fff-ffffffffffff",
              "ffffffff-ffff-ffff-ffff-ffffffffffff")
          .map(UUID::fromString)
          .toList();

  UuidContract(DialectFixture tck) {
    super(tck);
  }

  private TaskRepository tasks() {
    return store().tasks();
  }

  private User insertShuffled() {
    User ada = insertUser("ada");
    List<UUID> shuffled = new ArrayList<>(IN_ORDER);
    Collections.shuffle(shuffled, new Random(11));
    tasks().load(shuffled.stream().limit(4).map(id -> NewTask.of(ada.id(), "t").id(id)));
    tasks()
        .insertAll(shuffled.stream().skip(4).map(id -> NewTask.of(ada.id(), "t").id(id)).toList());
    return ada;
  }

  @Test
  void identifiersOrderByTheirUnsignedBytes() {
    insertShuffled();

    assertThat(tasks().findAll(PageRequest.first(100)).items())
        .extracting(Task::id)
        .isEqualTo(IN_ORDER);
    assertThat(tasks().where(DSL.noCondition()).orderBy(TASKS.ID.asc()).list())
        .extracting(Task::id)
        .isEqualTo(IN_ORDER);
    for (int i = 0; i < IN_ORDER.size(); i++) {
      assertThat(tasks().where(TASKS.ID.lt(IN_ORDER.get(i))).count()).isEqualTo(i);
      assertThat(tasks().where(TASKS.ID.ge(DSL.inline(IN_ORDER.get(i), TASKS.ID))).count())
          .isEqualTo(IN_ORDER.size() - i);
    }
  }

  @Test
  void everyIdentifierIsFound() {
    User ada = insertShuffled();
    List<UUID> reversed = new ArrayList<>(IN_ORDER);
    Collections.reverse(reversed);

    assertThat(tasks().findAllById(reversed)).extracting(Task::id).isEqualTo(reversed);
    for (UUID id : IN_ORDER) {
      assertThat(tasks().getById(id).userId()).isEqualTo(ada.id());
      assertThat(tasks().where(TASKS.ID.eq(id)).count()).isEqualTo(1);
    }
    assertThat(tasks().deleteAllById(IN_ORDER)).isEqualTo(IN_ORDER.size());
  }

  @Test
  void plainJooqReadsWhatRepositoriesWrite() {
    insertShuffled();

    assertThat(store().dsl().select(TASKS.ID).from(TASKS).orderBy(TASKS.ID).fetch(TASKS.ID))
        .isEqualTo(IN_ORDER);
  }
}

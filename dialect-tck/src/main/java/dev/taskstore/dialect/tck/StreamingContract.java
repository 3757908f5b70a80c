package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Selection;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * Streams of rows: they show one state of the database, use a connection until they are closed, and
 * do not leak.
 */
abstract class StreamingContract extends Contract {

  private static final int MANY = 2 * Selection.FETCH_SIZE + 1;

  StreamingContract(DialectFixture tck) {
    super(tck);
  }

  private User insertMany() {
    User ada = insertUser("ada");
    store().tasks().load(IntStream.range(0, MANY).mapToObj(i -> NewTask.of(ada.id(), "task " + i)));
    return ada;
  }

  @Test
  void moreRowsThanAreFetchedAtATimeComeInOrder() {
    insertMany();

    try (Stream<Task> stream = store().tasks().stream()) {
      assertThat(stream.map(Task::title))
          .isEqualTo(IntStream.range(0, MANY).mapToObj(i -> "task " + i).toList());
    }
  }

  @Test
  void aStreamSeesOneStateWhileOthersWrite() {
    User ada = insertMany();

    try (Stream<Task> stream = store().tasks().stream()) {
      Iterator<Task> iterator = stream.iterator();
      iterator.next();
      store()
          .tasks()
          .deleteAllById(
              store().tasks().where(TASKS.USER_ID.eq(ada.id())).list().stream()
                  .map(Task::id)
                  .toList());
      insertTask(ada, "new");
      int rest = 0;
      while (iterator.hasNext()) {
        assertThat(iterator.next().title()).startsWith("task");
        rest++;
      }
      assertThat(rest).isEqualTo(MANY - 1);
    }
    assertThat(store().tasks().count()).isEqualTo(1);
  }

  @Test
  void streamsThatAreClosedEarlyLeakNothing() {
    insertMany();

    for (int i = 0; i < 40; i++) {
      try (Stream<Task> stream = store().tasks().stream()) {
        assertThat(stream.findFirst()).isPresent();
      }
      try (Stream<Task> unread = store().tasks().where(TASKS.TITLE.eq("x")).stream()) {
        assertThat(unread).isNotNull();
      }
    }
    assertThat(store().tasks().count()).isEqualTo(MANY);
  }

  @Test
  void aClosedStreamCannotBeRead() {
    insertMany();
    Stream<Task> stream = store().tasks().stream();
    Iterator<Task> iterator = stream.iterator();
    iterator.next();

    stream.close();

    assertThatThrownBy(iterator::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void streamsTakePartInTheTransaction() {
    User ada = insertUser("ada");
    AtomicReference<Iterator<Task>> kept = new AtomicReference<>();

    store()
        .transaction(
            tx -> {
              for (int i = 0; i < 3; i++) {
                tx.tasks().insert(NewTask.of(ada.id(), "task " + i));
              }
              try (Stream<Task> stream = tx.tasks().stream()) {
                stream.forEach(task -> tx.tasks().insert(NewTask.of(ada.id(), task.title() + "!")));
              }
              kept.set(tx.tasks().stream().iterator());
              Objects.requireNonNull(kept.get()).next();
            });

    assertThat(store().tasks().count()).isEqualTo(6);
    assertThatThrownBy(() -> Objects.requireNonNull(kept.get()).next())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aStreamThatIsAbandonedInATransactionDoesNotKeepItFromCommitting() {
    User ada = insertMany();

    for (int i = 0; i < 15; i++) {
      store()
          .transaction(
              tx -> {
                tx.tasks().stream().iterator().next();
                tx.tasks().insert(NewTask.of(ada.id(), "more"));
              });
    }

    assertThat(store().tasks().count()).isEqualTo(MANY + 15);
  }

  @Test
  void aStreamThatIsAbandonedInATransactionDoesNotKeepItFromRollingBack() {
    User ada = insertMany();

    for (int i = 0; i < 15; i++) {
      assertThatThrownBy(
              () ->
                  store()
                      .transaction(
                          tx -> {
                            tx.tasks().stream().iterator().next();
                            assertThatThrownBy(
                                    () ->
                                        tx.transaction(
                                            inner -> {
                                              inner.tasks().stream().iterator().next();
                                              inner.tasks().insert(NewTask.of(ada.id(), "more"));
                                              throw new IllegalArgumentException();
                                            }))
                                .isInstanceOf(IllegalArgumentException.class);
                            tx.tasks().insert(NewTask.of(ada.id(), "more"));
                            throw new IllegalStateException();
                          }))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(store().tasks().count()).isEqualTo(MANY);
    insertTask(ada, "the connections are sound");
  }

  @Test
  void whoKeepsAllStreamsOpenIsToldSo() throws Exception {
    insertMany();
    List<Stream<Task>> open = new ArrayList<>();
    try (TaskDatabase small =
        tck.builder(tck.database())
            .maximumPoolSize(2)
            .connectionTimeout(Duration.ofMillis(300))
            .open()) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 3; i++) {
                  Stream<Task> stream = small.tasks().where(DSL.noCondition()).stream();
                  stream.iterator().next();
                  open.add(stream);
                }
              })
          .isInstanceOf(DatabaseTimeoutException.class)
          .hasMessageContaining("close streams");
      assertThat(open).isNotEmpty();
      open.forEach(Stream::close);
      assertThat(small.tasks().count()).isEqualTo(MANY);
    }
  }
}

package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Bulk loads: any number of rows, all of them or none. */
abstract class BulkLoadContract extends Contract {

  BulkLoadContract(DialectFixture tck) {
    super(tck);
  }

  private static Stream<NewTask> drafts(User user, int count) {
    return IntStream.range(0, count).mapToObj(i -> NewTask.of(user.id(), "task " + i));
  }

  @Test
  void loadStoresWhatInsertWouldStore() {
    User ada = insertUser("ada");
    NewTask draft =
        NewTask.of(ada.id(), "tab\there")
            .description(null)
            .priority(TaskPriority.HIGH)
            .status(TaskStatus.COMPLETED)
            .dueAt(START);

    assertThat(store().tasks().load(Stream.of(draft))).isEqualTo(1);

    Task inserted = store().tasks().insert(draft);
    assertThat(store().tasks().where(TASKS.ID.ne(inserted.id())).list())
        .singleElement()
        .isEqualTo(
            inserted
                .with()
                .id(store().tasks().where(TASKS.ID.ne(inserted.id())).first().orElseThrow().id())
                .build());
  }

  @Test
  void thousandsOfRowsAreLoaded() {
    User ada = insertUser("ada");

    assertThat(store().tasks().load(drafts(ada, 12_345))).isEqualTo(12_345);

    assertThat(store().tasks().countByUser(ada.id())).isEqualTo(12_345);
    assertThat(
            store().dsl().select(DSL.countDistinct(TASKS.TITLE)).from(TASKS).fetchOne(0, int.class))
        .isEqualTo(12_345);
  }

  @Test
  void anEmptyStreamLoadsNothing() {
    assertThat(store().tasks().load(Stream.of())).isZero();
  }

  @Test
  void aTakenKeyFarIntoTheStreamUndoesEverything() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");

    assertThatThrownBy(
            () ->
                store()
                    .tasks()
                    .load(
                        Stream.concat(
                            drafts(ada, 2_500),
                            Stream.concat(
                                Stream.of(NewTask.of(ada.id(), "u").id(task.id())),
                                drafts(ada, 100)))))
        .isInstanceOfSatisfying(
            UniqueViolationException.class, e -> assertThat(e.constraint()).isEqualTo("pk_tasks"));

    assertThat(store().tasks().count()).isEqualTo(1);
  }

  @Test
  void aBrokenReferenceFarIntoTheStreamIsNamed() {
    User ada = insertUser("ada");

    assertThatThrownBy(
            () ->
                store()
                    .tasks()
                    .load(
                        Stream.concat(
                            drafts(ada, 1_500), Stream.of(NewTask.of(new UUID(1, 1), "u")))))
        .isInstanceOfSatisfying(
            ForeignKeyViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("fk_tasks_user_id"));

    assertThat(store().tasks().count()).isZero();
  }

  @Test
  void aDraftThatCannotBeStoredUndoesEverything() {
    User ada = insertUser("ada");

    assertThatThrownBy(
            () ->
                store()
                    .tasks()
                    .load(Stream.concat(drafts(ada, 1_500), Stream.of(NewTask.of(ada.id(), "")))))
        .isInstanceOf(InvalidArgumentException.class);

    assertThat(store().tasks().count()).isZero();
    insertTask(ada, "the connection is sound");
  }

  @Test
  void aStreamThatThrowsUndoesEverything() {
    User ada = insertUser("ada");
    IllegalStateException thrown = new IllegalStateException("no more");

    assertThatThrownBy(
            () ->
                store()
                    .tasks()
                    .load(
                        drafts(ada, 2_000)
                            .peek(
                                draft -> {
                                  if (draft.title().equals("task 1800")) {
                                    throw thrown;
                                  }
                                })))
        .isSameAs(thrown);

    assertThat(store().tasks().count()).isZero();
    insertTask(ada, "the connection is sound");
  }

  @Test
  void aLoadTellsHowFarItHasCome() {
    User ada = insertUser("ada");
    List<Long> progress = new ArrayList<>();

    long loaded = store().tasks().load(drafts(ada, 2_500), progress::add);

    assertThat(loaded).isEqualTo(2_500);
    assertThat(progress).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(1).endsWith(2_500L);
  }

  @Test
  void aLoadIsEndedByWhoeverWatchesIt() {
    User ada = insertUser("ada");
    IllegalStateException enough = new IllegalStateException("enough");

    assertThatThrownBy(
            () ->
                store()
                    .tasks()
                    .load(
                        drafts(ada, 2_500),
                        loaded -> {
                          throw enough;
                        }))
        .isSameAs(enough);

    assertThat(store().tasks().count()).isZero();
    insertTask(ada, "the connection is sound");
  }

  @Test
  void theStreamIsReadOnceAndClosedByTheCaller() {
    User ada = insertUser("ada");
    AtomicInteger read = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();

    try (Stream<NewTask> drafts =
        drafts(ada, 10).peek(draft -> read.incrementAndGet()).onClose(closed::incrementAndGet)) {
      store().tasks().load(drafts);
      assertThat(closed).hasValue(0);
    }

    assertThat(read).hasValue(10);
    assertThat(closed).hasValue(1);
  }

  @Test
  void aLoadThatFailsInsideOfATransactionFailsAlone() {
    User ada = insertUser("ada");

    store()
        .transaction(
            tx -> {
              tx.tasks().insert(NewTask.of(ada.id(), "before"));
              assertThatThrownBy(
                      () ->
                          tx.tasks()
                              .load(
                                  Stream.of(
                                      NewTask.of(ada.id(), "t"), NewTask.of(new UUID(1, 1), "u"))))
                  .isInstanceOf(ForeignKeyViolationException.class);
              tx.tasks().load(drafts(ada, 3));
            });

    assertThat(store().tasks().count()).isEqualTo(4);
  }

  @Test
  void theStreamMayReadFromTheSameTransaction() {
    User ada = insertUser("ada");
    insertTasks(ada, 3);

    store()
        .transaction(
            tx -> {
              var titles = tx.tasks().where(DSL.noCondition()).list();
              tx.tasks().load(titles.stream().map(t -> NewTask.of(ada.id(), t.title() + "!")));
            });

    assertThat(store().tasks().count()).isEqualTo(6);
  }

  @Test
  @Requires(Capability.BULK_PROTOCOL)
  void theDialectHasAProtocolForIt() {
    assertThat(tck.provider().create().bulkLoader()).isPresent();
  }
}

package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Concurrent calls that write the same rows, each in an order of its own, do not deadlock. The
 * store retries nothing, so that a deadlock fails its test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class WriteOrderContract {

  private static final int THREADS = 20;
  private static final int CALLS = 2;
  private static final int ROWS = 30;
  private static final PageRequest PAGE = PageRequest.first(1_000);

  private final TckDatabase target;
  private final TaskDatabase store;

  WriteOrderContract(DialectFixture tck) {
    target = tck.create();
    store = tck.builder(target).retryPolicy(RetryPolicy.none()).open();
  }

  @BeforeEach
  final void startWithEmptyTables() {
    store.users().deleteAllById(ids(store.users().findAll(PAGE).items(), User::id));
    store.tags().deleteAllById(ids(store.tags().findAll(PAGE).items(), Tag::id));
  }

  @AfterAll
  final void close() {
    store.close();
    target.close();
  }

  private static <E> List<UUID> ids(List<E> entities, Function<E, UUID> id) {
    return entities.stream().map(id).toList();
  }

  private static List<String> names() {
    return IntStream.range(0, ROWS).mapToObj(i -> "name " + i).toList();
  }

  private static <E> List<E> shuffled(List<E> elements, int seed) {
    List<E> copy = new ArrayList<>(elements);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  /** Runs 40 calls in 20 threads; each has a number. */
  private static void concurrently(IntConsumer call) {
    Contract.inThreads(
        THREADS,
        thread -> {
          for (int i = 0; i < CALLS; i++) {
            call.accept(thread * CALLS + i);
          }
        });
  }

  private List<Tag> insertTags() {
    return store.tags().insertAll(names().stream().map(NewTag::of).toList());
  }

  private static NewUser user(String name) {
    return Contract.newUser(name);
  }

  @Test
  void upsertsOfTheSameRows() {
    concurrently(
        call -> {
          List<String> names = shuffled(names(), call);
          assertThat(store.tags().upsertAllByName(names.stream().map(NewTag::of).toList()))
              .extracting(Tag::name)
              .isEqualTo(names);
        });

    assertThat(store.tags().findAllByName(names()))
        .hasSize(ROWS)
        .allMatch(tag -> tag.version() == THREADS * CALLS - 1);
  }

  @Test
  void updatesOfTheSameRowsAreWrittenOrStale() {
    List<Tag> tags = insertTags();
    AtomicInteger written = new AtomicInteger();

    concurrently(
        call -> {
          List<Tag> given =
              shuffled(store.tags().findAllById(tags.stream().map(Tag::id).toList()), call);
          try {
            assertThat(store.tags().updateAll(given))
                .extracting(Tag::id)
                .isEqualTo(ids(given, Tag::id));
            written.incrementAndGet();
          } catch (StaleEntityException e) {
            assertThat(e.table()).isEqualTo("tags");
          }
        });

    assertThat(written).hasPositiveValue();
    assertThat(store.tags().findAllByName(names()))
        .hasSize(ROWS)
        .allMatch(tag -> tag.version() == written.get());
  }

  @Test
  void rowsThatAreFoundOrInserted() {
    concurrently(
        call -> {
          List<String> names = shuffled(names(), call);
          assertThat(store.tags().findOrCreateAll(names)).extracting(Tag::name).isEqualTo(names);
        });

    assertThat(store.tags().count()).isEqualTo(ROWS);
  }

  @Test
  void insertsOfTheSameUniqueKeysSucceedOnce() {
    AtomicInteger inserted = new AtomicInteger();

    concurrently(
        call -> {
          try {
            store
                .users()
                .insertAll(shuffled(names(), call).stream().map(Contract::newUser).toList());
            inserted.incrementAndGet();
          } catch (UniqueViolationException e) {
            assertThat(e.table()).isEqualTo("users");
          }
        });

    assertThat(inserted).hasValue(1);
    assertThat(store.users().count()).isEqualTo(ROWS);
  }

  @Test
  @Requires(Capability.ORDERED_LOCKS)
  void rowsOfParentsThatOthersRename() {
    List<User> users =
        store.users().insertAll(names().stream().map(WriteOrderContract::user).toList());

    concurrently(
        call -> {
          if (call % 2 == 0) {
            store.transaction(
                tx ->
                    users.stream()
                        .sorted(Comparator.comparing(user -> user.id().toString()))
                        .forEach(
                            user ->
                                tx.users()
                                    .update(
                                        user.id(),
                                        UserChanges.none()
                                            .username(user.username() + "/" + call))));
          } else {
            store
                .tasks()
                .insertAll(
                    shuffled(users, call).stream()
                        .map(user -> NewTask.of(user.id(), "title"))
                        .toList());
          }
        });

    assertThat(store.tasks().count()).isEqualTo(THREADS * CALLS / 2 * ROWS);
  }

  @Test
  void deletesOfTheSameRowsCountEachRowOnce() {
    List<UUID> ids = ids(insertTags(), Tag::id);
    AtomicInteger deleted = new AtomicInteger();

    concurrently(call -> deleted.addAndGet(store.tags().deleteAllById(shuffled(ids, call))));

    assertThat(deleted).hasValue(ROWS);
  }

  @Test
  void linksFromBothSides() {
    User ada = store.users().insert(user("ada"));
    List<UUID> tasks =
        ids(
            store
                .tasks()
                .insertAll(names().stream().map(name -> NewTask.of(ada.id(), name)).toList()),
            Task::id);
    List<UUID> tags = ids(insertTags(), Tag::id);
    AtomicInteger attached = new AtomicInteger();
    AtomicInteger detached = new AtomicInteger();

    concurrently(
        call -> {
          UUID task = tasks.get(call % 3);
          UUID tag = tags.get(call % 3);
          switch (call % 4) {
            case 0 -> attached.addAndGet(store.tasks().attachTags(task, shuffled(tags, call)));
            case 1 -> attached.addAndGet(store.tags().attachTasks(tag, shuffled(tasks, call)));
            case 2 -> detached.addAndGet(store.tasks().detachTags(task, shuffled(tags, call)));
            default -> detached.addAndGet(store.tags().detachTasks(tag, shuffled(tasks, call)));
          }
        });

    long remaining = tasks.stream().mapToLong(task -> store.tags().countByTask(task)).sum();
    assertThat((long) attached.get() - detached.get()).isEqualTo(remaining);
  }

  /** Each name is free only after another row has given it up. */
  @Test
  void namesMoveBetweenRowsInTheOrderOfKeysOrInTheGivenOrder() {
    List<Tag> tags =
        store.tags().insertAll(IntStream.range(0, 5).mapToObj(i -> NewTag.of("n" + i)).toList());
    List<Tag> upwards = new ArrayList<>();
    List<Tag> downwards = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      upwards.add(0, tags.get(i).with().name("n" + (i + 1)).build());
    }

    List<Tag> written = store.tags().updateAll(upwards);

    assertThat(written).extracting(Tag::name).containsExactly("n5", "n4", "n3", "n2", "n1");
    for (int i = 0; i < 5; i++) {
      downwards.add(written.get(i).with().name("n" + (4 - i)).build());
    }
    assertThat(store.tags().updateAll(downwards))
        .extracting(Tag::name)
        .containsExactly("n4", "n3", "n2", "n1", "n0");
    Tag first = store.tags().findByName("n0").orElseThrow();
    assertThatThrownBy(() -> store.tags().updateAll(List.of(first.with().name("n1").build())))
        .isInstanceOf(UniqueViolationException.class);
  }
}

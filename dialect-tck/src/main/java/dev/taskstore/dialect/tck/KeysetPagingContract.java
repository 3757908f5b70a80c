package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keyset pagination: forward, backward, with tokens, and with concurrent inserts and deletes. */
abstract class KeysetPagingContract extends Contract {

  KeysetPagingContract(DialectFixture tck) {
    super(tck);
  }

  private TaskRepository tasks() {
    return store().tasks();
  }

  private static List<Task> walk(
      PageRequest start,
      Function<PageRequest, Page<Task>> read,
      Function<Page<Task>, Optional<PageRequest>> step) {
    List<Task> all = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(start);
    boolean backward = start.equals(PageRequest.last(start.size()));
    while (request.isPresent()) {
      Page<Task> page = read.apply(PageRequest.of(request.get().token()));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(start.size());
      if (backward) {
        all.addAll(0, page.items());
      } else {
        all.addAll(page.items());
      }
      request = step.apply(page);
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 7, 100})
  void allPagesTogetherAreTheListInBothDirections(int size) {
    User ada = insertUser("ada");
    List<Task> newestFirst = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      if (i % 3 != 0) {
        clock().advance(java.time.Duration.ofMillis(1));
      }
      newestFirst.add(0, insertTask(ada, "t" + i));
    }
    Function<PageRequest, Page<Task>> read = request -> tasks().findByUser(ada.id(), request);

    assertThat(walk(PageRequest.first(size), read, Page::next)).isEqualTo(newestFirst);
    assertThat(walk(PageRequest.last(size), read, Page::previous)).isEqualTo(newestFirst);
  }

  @Test
  void pagesOfAnyNumberOfSizesAreReadOnOneStore() {
    User ada = insertUser("ada");
    List<Task> newestFirst = new ArrayList<>(insertTasks(ada, 40));
    Collections.reverse(newestFirst);

    for (int size = 1; size <= 40; size++) {
      assertThat(tasks().findNewest(PageRequest.first(size)).items())
          .isEqualTo(newestFirst.subList(0, size));
    }
    assertThat(walk(PageRequest.first(19), tasks()::findNewest, Page::next)).isEqualTo(newestFirst);
    assertThat(walk(PageRequest.last(3), tasks()::findNewest, Page::previous))
        .isEqualTo(newestFirst);
  }

  @Test
  void neighboursAreOfferedOnlyWhereThereAreAny() {
    User ada = insertUser("ada");
    insertTasks(ada, 4);

    Page<Task> first = tasks().findNewest(PageRequest.first(2));
    assertThat(first.previous()).isEmpty();
    Page<Task> second = tasks().findNewest(first.next().orElseThrow());
    assertThat(second.next()).isEmpty();
    Page<Task> back = tasks().findNewest(second.previous().orElseThrow());
    assertThat(back.items()).isEqualTo(first.items());
    assertThat(back.previous()).isEmpty();
    assertThat(back.next()).isEqualTo(first.next());
    Page<Task> last = tasks().findNewest(PageRequest.last(3));
    assertThat(last.next()).isEmpty();
    assertThat(last.items()).hasSize(3).endsWith(second.items().get(1));
    assertThat(tasks().findNewest(last.previous().orElseThrow()).items())
        .containsExactly(first.items().get(0));
  }

  @Test
  void emptyListsHaveOneEmptyPage() {
    for (PageRequest request : List.of(PageRequest.first(5), PageRequest.last(5))) {
      assertThat(tasks().findNewest(request))
          .isEqualTo(new Page<Task>(List.of(), Optional.empty(), Optional.empty()));
    }
  }

  @Test
  void aPageBeyondTheEndLeadsBack() {
    User ada = insertUser("ada");
    List<Task> tasks = insertTasks(ada, 4);
    Page<Task> first = tasks().findNewest(PageRequest.first(2));
    tasks().deleteAllById(tasks.subList(0, 2).stream().map(Task::id).toList());

    Page<Task> beyond = tasks().findNewest(first.next().orElseThrow());

    assertThat(beyond.items()).isEmpty();
    assertThat(beyond.next()).isEmpty();
    assertThat(tasks().findNewest(beyond.previous().orElseThrow()).items())
        .isEqualTo(first.items());
  }

  @Test
  void rowsThatComeAndGoNeitherRepeatNorHideOthers() {
    User ada = insertUser("ada");
    List<Task> tasks = insertTasks(ada, 6);
    Page<Task> first = tasks().findNewest(PageRequest.first(2));
    insertTasks(ada, 3);
    tasks().delete(tasks.get(4));
    tasks().delete(tasks.get(2));

    Page<Task> second = tasks().findNewest(first.next().orElseThrow());

    assertThat(second.items()).containsExactly(tasks.get(3), tasks.get(1));
  }

  @Test
  void tiesAreBrokenByTheIdentifiersUnsignedBytes() {
    User ada = insertUser("ada");
    List<UUID> ids =
        List.of(
            new UUID(0L, 0L),
            new UUID(0L, Long.MIN_VALUE),
            new UUID(Long.MAX_VALUE, -1L),
            new UUID(Long.MIN_VALUE, 0L),
            new UUID(Long.MIN_VALUE, Long.MIN_VALUE),
            new UUID(-1L, -1L));
    List<UUID> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled, new Random(7));
    tasks().insertAll(shuffled.stream().map(id -> NewTask.of(ada.id(), "t").id(id)).toList());
    List<UUID> descending = new ArrayList<>(ids);
    Collections.reverse(descending);

    List<Task> read =
        walk(PageRequest.first(1), request -> tasks().findNewest(request), Page::next);
    assertThat(read).extracting(Task::id).isEqualTo(descending);
    assertThat(walk(PageRequest.last(2), request -> tasks().findAll(request), Page::previous))
        .extracting(Task::id)
        .isEqualTo(ids);
  }

  @Test
  void pagesByTextAreOrderedByCodePoint() {
    User ada = insertUser("ada");
    List<String> titles =
        List.of(
            "Z",
            "a",
            "ä",
            "z",
            "\u00df",
            "\uE000",
            "\uFFFD",
            "\uD83D\uDE80",
            " ",
            "~",
            "a b",
            "ab");
    titles.forEach(title -> insertTask(ada, title));
    KeysetOrder byTitle = KeysetOrder.ascending(TASKS.TITLE, TASKS.ID);

    List<Task> all =
        walk(
            PageRequest.first(2),
            request -> tasks().where(DSL.noCondition()).page(request, byTitle),
            Page::next);

    assertThat(all)
        .extracting(Task::title)
        .isEqualTo(titles.stream().sorted(byCodePoint()).toList());
  }

  static Comparator<String> byCodePoint() {
    return (a, b) -> java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }

  @Test
  void aRequestOfAnotherListIsRefused() {
    User ada = insertUser("ada");
    insertTasks(ada, 3);
    PageRequest byCreation = tasks().findNewest(PageRequest.first(1)).next().orElseThrow();

    assertThatThrownBy(() -> tasks().findAll(byCreation))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("another order");
    assertThatThrownBy(() -> store().users().findAll(byCreation))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(tasks().findByUser(ada.id(), byCreation).items()).hasSize(1);
  }

  @Test
  void alteredTokensNeverReachTheDatabaseAsSomethingItCannotTake() {
    User ada = insertUser("ada");
    insertTasks(ada, 3);
    KeysetOrder byTitle = KeysetOrder.ascending(TASKS.TITLE, TASKS.ID);
    List<String> tokens =
        List.of(
            tasks().findNewest(PageRequest.first(1)).next().orElseThrow().token(),
            tasks()
                .where(DSL.noCondition())
                .page(PageRequest.first(1), byTitle)
                .next()
                .orElseThrow()
                .token());
    for (String token : tokens) {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      for (int i = 0; i < bytes.length; i++) {
        for (int flip : new int[] {0x01, 0x80, 0xff, bytes[i]}) {
          byte[] altered = bytes.clone();
          altered[i] ^= (byte) flip;
          try {
            PageRequest request =
                PageRequest.of(Base64.getUrlEncoder().withoutPadding().encodeToString(altered));
            tasks().findNewest(request);
            tasks().where(DSL.noCondition()).page(request, byTitle);
          } catch (InvalidArgumentException expected) {
            assertThat(expected.getMessage()).endsWith(".");
          }
        }
      }
    }
  }

  @Test
  void thousandRowsArePagedAtOnceAtMost() {
    User ada = insertUser("ada");
    tasks()
        .insertAll(
            java.util.stream.IntStream.range(0, 1_001)
                .mapToObj(i -> NewTask.of(ada.id(), "t"))
                .toList());

    Page<Task> page = tasks().findNewest(PageRequest.first(PageRequest.MAXIMUM_SIZE));

    assertThat(page.items()).hasSize(1_000);
    assertThat(tasks().findNewest(page.next().orElseThrow()).items()).hasSize(1);
  }
}

package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Selection;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Pages of selections in orders of the caller: nulls, ties, directions and expressions. */
abstract class SelectionPagingContract extends Contract {

  SelectionPagingContract(DialectFixture tck) {
    super(tck);
  }

  private TaskRepository tasks() {
    return store().tasks();
  }

  private Selection<Task> all() {
    return tasks().where(DSL.noCondition());
  }

  /** Inserts tasks with equal titles, priorities and due times, some of them without. */
  private void insertVariety() {
    User ada = insertUser("ada");
    for (int i = 0; i < 12; i++) {
      NewTask task =
          NewTask.of(ada.id(), "title " + i % 3)
              .priority(i % 2 == 0 ? TaskPriority.LOW : TaskPriority.HIGH);
      tasks().insert(i % 4 < 2 ? task : task.dueAt(START.plusSeconds(i % 3)));
    }
  }

  private static void assertPagesAre(List<Task> expected, Function<PageRequest, Page<Task>> read) {
    PageWalk.assertPagesAre(expected, read, 1, 2, 5, 12, 13);
  }

  private void assertPagesAreTheList(SortField<?>... order) {
    Selection<Task> selection = all().orderBy(order);
    List<Task> expected = selection.list();
    assertThat(expected).hasSize(12);
    assertPagesAre(expected, selection::page);
  }

  @Test
  void pagesFollowTheOrderOfTheSelection() {
    insertVariety();

    assertPagesAreTheList(TASKS.TITLE.desc());
    assertPagesAreTheList(TASKS.STATUS.asc());
    assertPagesAreTheList(TASKS.PRIORITY.desc(), TASKS.TITLE.asc());
    assertPagesAreTheList(TASKS.TITLE.asc(), TASKS.PRIORITY.asc(), TASKS.ID.desc());
    assertPagesAreTheList(TASKS.ID.desc());
    assertPagesAre(all().list(), all()::page);
  }

  @Test
  void rowsWithNullsArePartOfTheList() {
    insertVariety();

    assertPagesAreTheList(TASKS.DUE_AT.asc());
    assertPagesAreTheList(TASKS.DUE_AT.desc());
    assertPagesAreTheList(TASKS.DUE_AT.asc().nullsFirst());
    assertPagesAreTheList(TASKS.DUE_AT.desc().nullsFirst(), TASKS.TITLE.desc());
    assertPagesAreTheList(TASKS.TITLE.asc(), TASKS.DUE_AT.desc());
    assertPagesAreTheList(TASKS.COMPLETED_AT.desc(), TASKS.DUE_AT.asc(), TASKS.TITLE.desc());
    assertThat(
            PageWalk.walk(
                1, false, request -> all().page(request, KeysetOrder.ascending(TASKS.DUE_AT))))
        .isEqualTo(all().orderBy(TASKS.DUE_AT.asc()).list());
  }

  @Test
  void severalNullableColumnsOfAConstantQueryAreInOneOrder() {
    User ada = insertUser("ada");
    for (int i = 0; i < 18; i++) {
      NewTask task = NewTask.of(ada.id(), "title");
      NewTask due = i % 3 == 0 ? task : task.dueAt(START.plusSeconds(i % 3));
      tasks().insert(i % 2 == 0 ? due : due.completedAt(START).status(TaskStatus.COMPLETED));
    }

    assertPagesAre(
        all().orderBy(TASKS.DUE_AT.asc(), TASKS.COMPLETED_AT.asc()).list(), tasks()::findByTimes);
  }

  @Test
  void rowsWithNullsAreOmittedOnRequest() {
    insertVariety();
    KeysetOrder byDueTime = KeysetOrder.ascending(TASKS.DUE_AT, TASKS.ID);

    assertPagesAre(
        tasks().where(TASKS.DUE_AT.isNotNull()).orderBy(TASKS.DUE_AT.asc()).list(),
        request -> all().page(request, byDueTime.withoutNulls()));
    Page<Task> last = all().page(PageRequest.last(1), byDueTime);
    assertThat(last.items().get(0).dueAt()).isNull();
    assertThatThrownBy(() -> all().page(last.previous().orElseThrow(), byDueTime.withoutNulls()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("another order");
  }

  @Test
  void thePrimaryKeyIsAppendedInTheDirectionOfTheLastColumn() {
    insertVariety();

    assertPagesAre(
        all().orderBy(TASKS.STATUS.asc()).list(),
        request -> all().page(request, KeysetOrder.ascending(TASKS.STATUS)));
    assertPagesAre(
        all().orderBy(TASKS.TITLE.desc(), TASKS.ID.desc()).list(),
        request -> all().page(request, KeysetOrder.descending(TASKS.TITLE)));
    assertPagesAre(
        all().orderBy(TASKS.PRIORITY.asc(), TASKS.TITLE.desc(), TASKS.ID.desc()).list(),
        request -> all().page(request, KeysetOrder.of(TASKS.PRIORITY.asc(), TASKS.TITLE.desc())));
  }

  @Test
  void expressionsMayBeOrderedBy() {
    insertVariety();
    Field<Integer> unmatched = DSL.when(TASKS.TITLE.eq("title 1"), DSL.val(7));

    assertPagesAreTheList(TASKS.TITLE.sortAsc("title 2", "title 0"));
    assertPagesAreTheList(unmatched.desc(), TASKS.DUE_AT.asc());
    assertPagesAreTheList(TASKS.PRIORITY.sortDesc(TaskPriority.HIGH, TaskPriority.MEDIUM));
    assertPagesAreTheList(DSL.when(TASKS.DUE_AT.ge(START.plusSeconds(1)), 1).asc());
    assertPagesAreTheList(DSL.when(TASKS.DUE_AT.eq(DSL.inline(START, TASKS.DUE_AT)), 1).desc());
    assertPagesAreTheList(DSL.length(TASKS.TITLE).desc());
    assertPagesAreTheList(DSL.upper(TASKS.TITLE).desc());
    assertPagesAreTheList(
        DSL.when(TASKS.TITLE.eq("title 1"), "a").when(TASKS.DUE_AT.isNull(), "B").desc());
  }

  @Test
  void textOfExpressionsIsOrderedByCodePoint() {
    insertVariety();
    Field<String> text =
        DSL.when(TASKS.TITLE.eq("title 0"), "b")
            .when(TASKS.TITLE.eq("title 1"), "C")
            .otherwise("a");

    assertThat(all().orderBy(text.asc()).list().stream().map(Task::title).distinct())
        .containsExactly("title 1", "title 2", "title 0");
    assertPagesAreTheList(text.asc());
  }

  @Test
  void aTokenWithAValueThatTheColumnDoesNotHaveIsRefused() {
    insertVariety();
    KeysetOrder byPriority = KeysetOrder.ascending(TASKS.PRIORITY);
    byte[] bytes =
        Base64.getUrlDecoder()
            .decode(all().page(PageRequest.first(1), byPriority).next().orElseThrow().token());
    for (int i = 0; i < bytes.length; i++) {
      byte[] altered = bytes.clone();
      altered[i] ^= 1;
      try {
        all()
            .page(
                PageRequest.of(Base64.getUrlEncoder().withoutPadding().encodeToString(altered)),
                byPriority);
      } catch (InvalidArgumentException expected) {
        assertThat(expected.getMessage()).endsWith(".");
      }
    }
  }

  @Test
  void twoOrdersAreRefused() {
    assertThatThrownBy(
            () ->
                all()
                    .orderBy(TASKS.TITLE.desc())
                    .page(PageRequest.first(1), KeysetOrder.ascending(TASKS.TITLE)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("page(request)");
  }

  @Test
  void expressionsThatNoTokenHoldsAreRefused() {
    assertThatThrownBy(
            () -> all().orderBy(DSL.field("1.5e0", Double.class).asc()).page(PageRequest.first(1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("Double");
    assertThatThrownBy(() -> all().orderBy(DSL.val(2.5).asc()).page(PageRequest.first(1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageNotContaining("2.5");
  }

  @Test
  void aRequestOfAnotherOrderIsRefused() {
    insertVariety();
    List<KeysetOrder> orders =
        List.of(
            KeysetOrder.ascending(TASKS.TITLE),
            KeysetOrder.descending(TASKS.TITLE),
            KeysetOrder.of(TASKS.TITLE.asc(), TASKS.ID.desc()),
            KeysetOrder.of(TASKS.TITLE.desc(), TASKS.ID.asc()),
            KeysetOrder.ascending(TASKS.DUE_AT),
            KeysetOrder.of(TASKS.DUE_AT.asc().nullsFirst()));

    for (KeysetOrder order : orders) {
      PageRequest next = all().page(PageRequest.first(1), order).next().orElseThrow();
      assertThat(all().page(next, order).items()).hasSize(1);
      for (KeysetOrder other : orders) {
        if (other != order) {
          assertThatThrownBy(() -> all().page(next, other))
              .isInstanceOf(InvalidArgumentException.class)
              .hasMessageContaining("another order");
        }
      }
    }
  }

  @Test
  void aRequestIsThatOfTheSameExpressionsWithEqualValues() {
    insertVariety();

    PageRequest next =
        all().page(PageRequest.first(1), byBytes(new byte[] {1, 2})).next().orElseThrow();

    assertThat(all().page(next, byBytes(new byte[] {1, 2})).items()).hasSize(1);
    assertThatThrownBy(() -> all().page(next, byBytes(new byte[] {1, 3})))
        .isInstanceOf(InvalidArgumentException.class);
  }

  private static KeysetOrder byBytes(byte[] bytes) {
    return KeysetOrder.of(DSL.when(DSL.val(bytes).eq(bytes), TASKS.TITLE).asc());
  }

  @Test
  void rowsThatComeAndGoNeitherRepeatNorHideOthersBesideNulls() {
    insertVariety();
    Selection<Task> byDueTime = all().orderBy(TASKS.DUE_AT.desc());
    List<Task> before = byDueTime.list();
    Page<Task> page = byDueTime.page(PageRequest.first(8));
    tasks().delete(before.get(9));
    Task added = tasks().insert(NewTask.of(before.get(0).userId(), "new"));

    List<Task> rest = byDueTime.page(page.next().orElseThrow()).items();

    assertThat(rest)
        .containsExactlyElementsOf(
            Stream.of(before.get(8), before.get(10), before.get(11), added).toList());
  }
}

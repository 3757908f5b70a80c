package dev.taskstore.core.tck;

import static dev.taskstore.core.tck.ScopeWorld.ADA;
import static dev.taskstore.core.tck.ScopeWorld.BOB;
import static dev.taskstore.core.tck.ScopeWorld.page;
import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.TASK_TAGS;
import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.TagChanges;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.schema.tables.Tasks;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Conditions and orders that are built for a call, in a scope. */
final class SelectionScopeScenarios {

  /** An alias that is the name of another table. */
  private static final Tasks OTHERS = TASKS.as("users");

  private static final Condition SAME_TITLE =
      DSL.exists(
          DSL.selectOne()
              .from(OTHERS)
              .where(OTHERS.TITLE.eq(TASKS.TITLE).and(OTHERS.USER_ID.ne(TASKS.USER_ID))));

  private static final CommonTableExpression<?> ALL_IDS =
      DSL.name("ids")
          .as(DSL.select(TASKS.ID).from(TASKS).unionAll(DSL.select(USERS.ID).from(USERS)));

  /** Conditions that are true for a row of Ada only because of a row of Bob. */
  private static final List<Condition> CONDITIONS =
      List.of(
          DSL.noCondition(),
          TASKS.USER_ID.eq(BOB).or(TASKS.TITLE.eq("task 1")),
          SAME_TITLE,
          DSL.not(SAME_TITLE),
          DSL.exists(DSL.selectOne().from(USERS).where(USERS.USERNAME.eq("bob"))),
          DSL.exists(
              DSL.selectOne()
                  .from(DSL.table(DSL.name("users")).as("u"))
                  .where(DSL.field(DSL.name("u", "username"), String.class).eq("bob"))),
          TASKS.ID.in(
              DSL.select(TASK_TAGS.TASK_ID)
                  .from(TASK_TAGS)
                  .join(TAGS)
                  .on(TAGS.ID.eq(TASK_TAGS.TAG_ID))
                  .leftJoin(USERS)
                  .on(USERS.ID.eq(BOB))
                  .where(TAGS.NAME.eq("x").and(USERS.ID.isNull()))),
          DSL.val(3).lt(DSL.field(DSL.with(ALL_IDS).select(DSL.count()).from(ALL_IDS))),
          DSL.exists(
              DSL.selectOne()
                  .from(DSL.values(DSL.row("task 1"), DSL.row("task 2")).as("v", "title"))
                  .where(DSL.field(DSL.name("v", "title"), String.class).eq(TASKS.TITLE))),
          TASKS.TITLE.startsWith(TASKS.TITLE),
          TASKS.TITLE.contains(TASKS.TITLE),
          TASKS.TITLE.endsWith(TASKS.TITLE),
          DSL.condition("{0} = {1}", TASKS.TITLE, DSL.val("select task 1 from table")),
          DSL.condition("title in ('work in progress', {0})", DSL.val("task 1")),
          TASKS.TITLE.in(IntStream.range(0, 40_000).mapToObj(i -> "task " + i).toList()));

  private SelectionScopeScenarios() {}

  static void addTo(ScopeScenarios all) {
    all.equalForEach("selection.list()", CONDITIONS, is -> s -> s.tasks().where(is).list())
        .equalForEach("selection.list(int)", CONDITIONS, is -> s -> s.tasks().where(is).list(2))
        .equalForEach("selection.first()", CONDITIONS, is -> s -> s.tasks().where(is).first())
        .equalForEach("selection.count()", CONDITIONS, is -> s -> s.tasks().where(is).count())
        .equalForEach(
            "selection.countBy(TableField)",
            CONDITIONS,
            is -> s -> s.tasks().where(is).countBy(TASKS.TITLE))
        .equalForEach(
            "selection.min(TableField)",
            CONDITIONS,
            is -> s -> s.tasks().where(is).min(TASKS.USER_ID))
        .equalForEach(
            "selection.max(TableField)",
            CONDITIONS,
            is -> s -> s.tasks().where(is).max(TASKS.USER_ID))
        .equalForEach(
            "selection.sum(TableField)",
            CONDITIONS,
            is -> s -> s.tasks().where(is).sum(TASKS.VERSION))
        .equalForEach(
            "selection.average(TableField, int)",
            CONDITIONS,
            is -> s -> s.tasks().where(is).average(TASKS.VERSION, 4))
        .equalForEach("selection.exists()", CONDITIONS, is -> s -> s.tasks().where(is).exists())
        .equalForEach(
            "selection.page(PageRequest)", CONDITIONS, is -> s -> s.tasks().where(is).page(page()))
        .equalForEach(
            "selection.page(PageRequest, KeysetOrder)",
            CONDITIONS,
            is -> s -> s.tasks().where(is).page(page(), KeysetOrder.descending(TASKS.TITLE)))
        .equalForEach(
            "selection.stream()",
            CONDITIONS,
            is ->
                s -> {
                  try (Stream<Task> tasks = s.tasks().where(is).stream()) {
                    return tasks.toList();
                  }
                })
        .equalForEach(
            "selection.update(Changes)",
            CONDITIONS,
            is -> s -> s.tasks().where(is).update(TaskChanges.none().description("changed")))
        .equalForEach(
            "selection.update(Changes)",
            List.of(ADA, BOB, ScopeWorld.MISSING),
            id -> s -> s.tasks().where(TASKS.TITLE.ne("x")).update(TaskChanges.none().userId(id)))
        .equalForEach(
            "selection.update(Changes)",
            CONDITIONS,
            is -> s -> s.tasks().where(is).update(TaskChanges.none().title("task 1")))
        .refused(
            "selection.update(Changes)",
            s -> s.tags().where(DSL.noCondition()).update(TagChanges.none().name("new")))
        .equalForEach("selection.delete()", CONDITIONS, is -> s -> s.tasks().where(is).delete())
        .equal("selection.delete()", s -> s.users().where(USERS.USERNAME.ne("x")).delete())
        .refused("selection.delete()", s -> s.tags().where(DSL.noCondition()).delete())
        .equal(
            "selection.orderBy(SortField[])",
            s ->
                s.tasks()
                    .where(DSL.noCondition())
                    .orderBy(
                        DSL.field(
                                DSL.select(DSL.count())
                                    .from(TASK_TAGS)
                                    .where(TASK_TAGS.TAG_ID.eq(ScopeWorld.X)))
                            .asc(),
                        TASKS.TITLE.desc())
                    .list());
  }
}

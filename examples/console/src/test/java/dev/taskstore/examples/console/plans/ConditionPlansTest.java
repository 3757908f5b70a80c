package dev.taskstore.examples.console.plans;

import static dev.taskstore.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskRepository;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.PageRequest;
import dev.taskstore.examples.console.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The execution plans of conditions and orders that applications write. */
class ConditionPlansTest {

  @TempDir Path folder;

  private void assertPlans(Engine engine) throws SQLException {
    String url =
        engine == Engine.SQLITE
            ? TestDatabases.sqlite(folder) + "?foreign_keys=true"
            : TestDatabases.postgres();
    RecordingDatabase database = new RecordingDatabase(url, engine);
    try (TaskStore store =
        TaskStore.builder()
            .dataSource(database.dataSource())
            .clock(Clock.fixed(ManyTasks.NOW, ZoneOffset.UTC))
            .open()) {
      ManyTasks.fill(store);
      try (Connection connection = DriverManager.getConnection(url)) {
        connection.createStatement().execute("ANALYZE");
      }
      String title = store.tasks().where(DSL.noCondition()).first().orElseThrow().title();
      String prefix = title.substring(0, title.length() - 1);
      for (Condition condition :
          List.of(
              TASKS.TITLE.startsWith(prefix),
              TASKS.TITLE.like(prefix + "%"),
              TASKS.TITLE.like(DSL.inline(prefix + "_")))) {
        assertUses(
            database,
            engine,
            store,
            "ix_tasks_title",
            tasks -> tasks.where(condition).orderBy(TASKS.TITLE.asc()).list(10));
      }
      PageRequest first = PageRequest.first(20);
      KeysetOrder newest = KeysetOrder.descending(TASKS.CREATED_AT);
      assertReadsInOrder(
          database,
          engine,
          store,
          "ix_tasks_created_at",
          tasks -> {
            PageRequest next =
                tasks.where(DSL.noCondition()).page(first, newest).next().orElseThrow();
            tasks.where(DSL.noCondition()).page(next, newest);
          });
      Condition open = TASKS.STATUS.ne(DSL.inline(TaskStatus.COMPLETED, TASKS.STATUS));
      KeysetOrder byDueTime = KeysetOrder.ascending(TASKS.DUE_AT).withoutNulls();
      assertReadsInOrder(
          database,
          engine,
          store,
          "ix_tasks_open_due_at",
          tasks -> {
            PageRequest next = tasks.where(open).page(first, byDueTime).next().orElseThrow();
            tasks.where(open).page(next, byDueTime);
          });
    }
  }

  private static List<RecordedStatement> assertUses(
      RecordingDatabase database,
      Engine engine,
      TaskStore store,
      String index,
      Consumer<TaskRepository> work) {
    List<RecordedStatement> statements = database.record(() -> work.accept(store.tasks()));
    assertThat(Plans.use(statements, engine, index))
        .as("%s in%n%s", index, Plans.text(statements))
        .isTrue();
    assertThat(Plans.lines(statements)).noneMatch(line -> engine.readsWholeTable(line, "tasks"));
    return statements;
  }

  private static void assertReadsInOrder(
      RecordingDatabase database,
      Engine engine,
      TaskStore store,
      String index,
      Consumer<TaskRepository> work) {
    List<RecordedStatement> statements = assertUses(database, engine, store, index, work);
    assertThat(statements).hasSize(2);
    assertThat(Plans.lines(statements)).noneMatch(engine::sorts);
  }

  @ParameterizedTest
  @EnumSource
  void prefixesAndKeysetsUseIndexes(Engine engine) throws SQLException {
    assertPlans(engine);
  }
}

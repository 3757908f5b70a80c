package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidRowException;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.values.schema.IntegerValueRepository;
import dev.taskstore.dialect.tck.values.schema.SmallintValueRepository;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A row that breaks the rules of the schema is reported with its table and column. */
abstract class InvalidRowContract {

  private static final String VALUES = "dev/taskstore/dialect/tck/values/change-log/master.xml";

  private final DialectFixture tck;

  InvalidRowContract(DialectFixture tck) {
    this.tck = tck;
  }

  @Test
  void aMissingValueOfARequiredColumnIsReported() {
    try (TckDatabase target = tck.create();
        Database database = tck.open(target, VALUES)) {
      database.dsl().execute("ALTER TABLE integer_values ALTER COLUMN preset DROP NOT NULL");
      database.dsl().execute("INSERT INTO integer_values (subject, preset) VALUES (1, NULL)");
      IntegerValueRepository values = new IntegerValueRepository(database);

      assertReports("integer_values", "preset", () -> values.findById(1));
      assertReports("integer_values", "preset", () -> values.findAll(PageRequest.first(10)));
      database.transaction(
          tx -> {
            assertReports(
                "integer_values", "preset", () -> new IntegerValueRepository(tx).getById(1));
            assertThat(new IntegerValueRepository(tx).count()).isEqualTo(1);
          });
    }
  }

  @Test
  void aNumberOutOfRangeIsReported() {
    try (TckDatabase target = tck.create();
        Database database = tck.open(target, VALUES)) {
      database.dsl().execute("DROP TABLE smallint_values");
      database
          .dsl()
          .execute(
              "CREATE TABLE smallint_values"
                  + " (subject bigint NOT NULL, other bigint, preset bigint NOT NULL)");
      database.dsl().execute("INSERT INTO smallint_values VALUES (1, 70000, 1)");
      SmallintValueRepository values = new SmallintValueRepository(database);

      assertReports("smallint_values", "other", () -> values.findById((short) 1));
    }
  }

  @Test
  void anUnknownTextOfAnEnumIsReported() {
    try (TckDatabase target = tck.create();
        TaskDatabase store = tck.builder(target).open()) {
      Task task =
          store
              .tasks()
              .insert(
                  NewTask.of(
                      store
                          .users()
                          .insert(
                              NewUser.of("ada", "ada@example.com", PasswordHash.ofEncoded("horse")))
                          .id(),
                      "title"));
      store.dsl().execute("ALTER TABLE tasks DROP CONSTRAINT ck_tasks_priority");
      store.dsl().execute("UPDATE tasks SET priority = 'urgent'");

      assertReports("tasks", "priority", () -> store.tasks().getById(task.id()));
    }
  }

  private static void assertReports(String table, String column, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidRowException.class,
            e -> {
              assertThat(e.table()).isEqualTo(table);
              assertThat(e.columns()).containsExactly(column);
            })
        .hasMessageStartingWith(table + "." + column)
        .hasMessageNotContainingAny("70000", "urgent")
        .hasNoCause();
  }
}

package dev.taskstore.testdata;

import static dev.taskstore.dialect.tck.school.schema.Tables.STUDENTS;
import static dev.taskstore.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.school.schema.DefaultSchema;
import dev.taskstore.testdata.junit.DatabaseTest;
import dev.taskstore.testdata.junit.SchemaRows;
import dev.taskstore.testdata.junit.TaskRows;
import dev.taskstore.testdata.junit.TestDialect;
import dev.taskstore.testdata.schema.SchemaData;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The code of docs/testing.md. */
class TestingGuideTest {

  @Test
  @DatabaseTest
  void tasksAreGenerated(TaskStore store) {
    // tag::task-data[]
    LoadedRows rows = TestData.seed(7).users(100).tasks(10_000).tags(50).load(store);
    // end::task-data[]
    assertThat(rows.tasks()).isEqualTo(store.tasks().count()).isEqualTo(10_000);
  }

  @Test
  @DatabaseTest(changelog = "dev/taskstore/dialect/tck/school/change-log/master.xml")
  void rowsOfAnySchemaAreGenerated(Database database) {
    // tag::schema-data[]
    Map<String, Long> rows =
        SchemaData.of(DefaultSchema.DEFAULT_SCHEMA)
            .seed(7)
            .rows(200) // of each table
            .rows(STUDENTS, 1_000)
            .column(STUDENTS.NAME, random -> "Student " + random.nextInt(100))
            .load(database);
    // end::schema-data[]
    assertThat(rows).containsEntry("students", 1_000L).containsEntry("courses", 200L);
  }

  @Test
  void testsReceiveDatabases() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(TaskListTest.class), selectClass(SchoolTest.class))
        .configurationParameter("taskstore.test.postgresql.url", Databases.server())
        .execute()
        .testEvents()
        .assertStatistics(statistics -> statistics.started(3).succeeded(3));
  }

  // tag::junit[]
  @DatabaseTest // SQLite, or -Dtaskstore.test.dialect=postgresql
  @TaskRows(seed = 7, tasks = 1_000)
  static class TaskListTest {

    @Test
    void usersHaveTasks(TaskStore store) {
      assertThat(store.tasks().count()).isEqualTo(1_000);
    }

    @Test
    @DatabaseTest(dialect = TestDialect.POSTGRESQL)
    void deletedUsersHaveNoTasks(TaskStore store) {
      store.dsl().deleteFrom(USERS).execute();
      assertThat(store.tasks().count()).isZero();
    }
  }

  // end::junit[]

  // tag::junit-schema[]
  @DatabaseTest(changelog = "dev/taskstore/dialect/tck/school/change-log/master.xml")
  @SchemaRows(schema = DefaultSchema.class, rows = 20)
  static class SchoolTest {

    @Test
    void studentsAreThere(Database database) {
      assertThat(database.dsl().fetchCount(STUDENTS)).isEqualTo(20);
    }
  }
  // end::junit-schema[]
}

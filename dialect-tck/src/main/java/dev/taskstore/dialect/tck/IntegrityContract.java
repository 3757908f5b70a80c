package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASK_TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.InvalidRowException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.integrity.IntegrityReport;
import dev.taskstore.db.integrity.IntegrityViolation;
import dev.taskstore.db.integrity.IntegrityViolation.Kind;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.TransferSupport;
import dev.taskstore.dialect.tck.school.NewTeacher;
import dev.taskstore.dialect.tck.school.Teacher;
import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.schema.DefaultSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** A check of a database's rows finds those that break the rules of the schema. */
abstract class IntegrityContract {

  private static final String VALUES = "dev/taskstore/dialect/tck/values/change-log/master.xml";
  private static final String NUMBERS = "dev/taskstore/dialect/tck/numbers/change-log/master.xml";
  private static final int LIMIT = 10;

  private final DialectFixture tck;

  IntegrityContract(DialectFixture tck) {
    this.tck = tck;
  }

  private static User insertUser(TaskDatabase store) {
    return store
        .users()
        .insert(NewUser.of("ada", "ada@example.com", PasswordHash.ofEncoded("horse")));
  }

  private static IntegrityReport check(TaskDatabase store) {
    return store.database().checkIntegrity(DefaultSchema.DEFAULT_SCHEMA, LIMIT);
  }

  private static void assertFindsNothing(IntegrityReport report) {
    assertThat(report.violations()).isEmpty();
    assertThat(report.isComplete()).isTrue();
    assertThat(report.uncheckedConstraints()).isEmpty();
  }

  /** Runs the first of several variants that the database accepts, with foreign keys disabled. */
  private static void execute(TckDatabase target, String... variants) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(target.url(), target.user(), target.password());
        Statement statement = connection.createStatement()) {
      SQLException last = null;
      for (String variant : variants) {
        try {
          statement.execute(variant);
          return;
        } catch (SQLException e) {
          last = e;
        }
      }
      throw new IllegalStateException("The database accepts no variant", last);
    }
  }

  @Test
  void validRowsOfEverySchemaPass() {
    try (TckDatabase target = tck.create();
        TaskDatabase store = tck.builder(target).open()) {
      User ada = insertUser(store);
      Task task = store.tasks().insert(NewTask.of(ada.id(), "title \uFFFD").description("d"));
      Tag tag = store.tags().insert(NewTag.of("tag"));
      store.dsl().insertInto(TASK_TAGS).values(task.id(), tag.id()).execute();

      assertFindsNothing(check(store));
      store.transaction(tx -> assertFindsNothing(check(store)));
    }
    School school = new School(tck);
    try (school) {
      school.course("Optics");
      assertFindsNothing(
          school.database.checkIntegrity(
              dev.taskstore.dialect.tck.school.schema.DefaultSchema.DEFAULT_SCHEMA, LIMIT));
    }
    assertPasses(NUMBERS, dev.taskstore.dialect.tck.numbers.schema.DefaultSchema.DEFAULT_SCHEMA);
    assertPasses(VALUES, dev.taskstore.dialect.tck.values.schema.DefaultSchema.DEFAULT_SCHEMA);
  }

  private void assertPasses(String changelog, Schema schema) {
    try (TckDatabase target = tck.create();
        Database database = tck.open(target, changelog)) {
      assertFindsNothing(database.checkIntegrity(schema, LIMIT));
    }
  }

  /** The tables come one by one, and none of them again. */
  @Test
  void aRepeatedCheckIncludesTheTablesOfTheFirstAttempt() throws SQLException {
    try (TckDatabase target = tck.create();
        TaskDatabase store = tck.builder(target).open()) {
      store.tasks().insert(NewTask.of(insertUser(store).id(), "title"));
      execute(target, "ALTER TABLE tasks DROP CONSTRAINT fk_tasks_user_id", "SELECT 1");
      execute(target, "UPDATE tasks SET user_id = id");
      Queue<Table<?>> tables = new ArrayDeque<>(List.of(TASKS, TASK_TAGS));
      AtomicBoolean failed = new AtomicBoolean();

      IntegrityReport report =
          store
              .database()
              .checkIntegrity(
                  () -> {
                    if (tables.size() == 1 && !failed.getAndSet(true)) {
                      throw new TransientFailureException("again", FailureContext.NONE, null);
                    }
                    return tables.poll();
                  },
                  null,
                  LIMIT);

      assertThat(failed).isTrue();
      assertThat(tables).isEmpty();
      assertThat(report.violations())
          .extracting(IntegrityViolation::table)
          .containsExactly("tasks");
    }
  }

  @Test
  void aMissingParentIsFound() throws SQLException {
    try (TckDatabase target = tck.create();
        TaskDatabase store = tck.builder(target).open()) {
      Task task = store.tasks().insert(NewTask.of(insertUser(store).id(), "title"));
      execute(target, "ALTER TABLE tasks DROP CONSTRAINT fk_tasks_user_id", "SELECT 1");
      execute(target, "UPDATE tasks SET user_id = id");

      assertThat(check(store).violations())
          .containsExactly(
              new IntegrityViolation(
                  Kind.FOREIGN_KEY,
                  "tasks",
                  List.of("user_id"),
                  "fk_tasks_user_id",
                  List.of(task.id())));
      assertThat(store.tasks().getById(task.id()).userId()).isEqualTo(task.id());
    }
  }

  @Test
  void valuesThatCannotBeReadAreFound() throws SQLException {
    try (TckDatabase target = tck.create();
        TaskDatabase store = tck.builder(target).open()) {
      Task task = store.tasks().insert(NewTask.of(insertUser(store).id(), "title"));
      execute(target, "ALTER TABLE tasks DROP CONSTRAINT ck_tasks_priority");
      execute(target, "UPDATE tasks SET priority = 'urgent'");
      execute(
          target,
          "UPDATE tasks SET due_at = 9223372036854775807",
          "UPDATE tasks SET due_at = timestamp with time zone '20000-01-01 00:00:00+00'");

      assertThat(check(store).violations())
          .extracting(Object::toString)
          .containsExactly(
              "VALUE tasks[priority]", "VALUE tasks[due_at]", "CHECK tasks[] ck_tasks_priority");
      assertThat(check(store).violations())
          .allSatisfy(violation -> assertThat(violation.key()).containsExactly(task.id()));
    }
  }

  /** Neither a page nor the token of the next page contains a value that is out of range. */
  @Test
  void anInstantOutOfRangeIsReportedByEveryRead() throws SQLException {
    try (TckDatabase target = tck.create();
        TaskDatabase store = tck.builder(target).open()) {
      Task task = store.tasks().insert(NewTask.of(insertUser(store).id(), "title"));
      store.tasks().insert(NewTask.of(task.userId(), "other"));
      execute(
          target,
          "UPDATE tasks SET created_at = -9223372036854775808",
          "UPDATE tasks SET created_at = timestamp with time zone '20000-01-01 00:00:00+00'");

      for (PageRequest request : List.of(PageRequest.first(1), PageRequest.last(1))) {
        assertThatThrownBy(() -> store.tasks().findNewest(request))
            .isInstanceOfSatisfying(
                InvalidRowException.class,
                e -> assertThat(e.columns()).containsExactly("created_at"));
        assertThatThrownBy(() -> store.tasks().findByUser(task.userId(), request))
            .isInstanceOf(InvalidRowException.class);
      }
      store.transaction(
          tx -> {
            assertThatThrownBy(() -> tx.tasks().getById(task.id()))
                .isInstanceOf(InvalidRowException.class);
            assertThatThrownBy(
                    () -> {
                      try (var all = tx.tasks().stream()) {
                        all.toList();
                      }
                    })
                .isInstanceOf(InvalidRowException.class);
            assertThat(tx.tasks().count()).isEqualTo(2);
          });
    }
  }

  @Test
  void nullsOfRequiredColumnsAreFoundUpToTheLimit() {
    try (TckDatabase target = tck.create();
        Database database = tck.open(target, VALUES)) {
      Schema schema = dev.taskstore.dialect.tck.values.schema.DefaultSchema.DEFAULT_SCHEMA;
      database.dsl().execute("ALTER TABLE integer_values ALTER COLUMN preset DROP NOT NULL");
      IntStream.rangeClosed(1, 3)
          .forEach(
              i ->
                  database
                      .dsl()
                      .execute("INSERT INTO integer_values (subject, preset) VALUES (?, NULL)", i));

      IntegrityReport all = database.checkIntegrity(schema, 3);
      IntegrityReport some = database.checkIntegrity(schema, 2);

      assertThat(all.isComplete()).isTrue();
      assertThat(all.violations())
          .extracting(IntegrityViolation::key)
          .containsExactly(List.of(1), List.of(2), List.of(3));
      assertThat(all.violations())
          .allMatch(violation -> violation.kind() == Kind.NOT_NULL)
          .allSatisfy(violation -> assertThat(violation.columns()).containsExactly("preset"));
      assertThat(some.isComplete()).isFalse();
      assertThat(some.violations()).isEqualTo(all.violations().subList(0, 2));
      assertThatThrownBy(() -> database.checkIntegrity(schema, 0))
          .isInstanceOf(InvalidArgumentException.class);
    }
  }

  @Test
  void duplicatesAreFoundWithTheirKeys() {
    try (School school = new School(tck)) {
      school.database.dsl().execute("DROP INDEX ux_teachers_badge");
      school.teachers.insert(NewTeacher.of("other@example.com", 8));
      List<Teacher> duplicates =
          school.teachers.insertAll(
              List.of(NewTeacher.of("a@example.com", 7), NewTeacher.of("b@example.com", 7)));
      Schema schema = dev.taskstore.dialect.tck.school.schema.DefaultSchema.DEFAULT_SCHEMA;

      IntegrityReport all = school.database.checkIntegrity(schema, 2);
      IntegrityReport some = school.database.checkIntegrity(schema, 1);

      assertThat(all.isComplete()).isTrue();
      assertThat(all.violations())
          .containsExactlyInAnyOrderElementsOf(
              duplicates.stream()
                  .map(
                      teacher ->
                          new IntegrityViolation(
                              Kind.DUPLICATE,
                              "teachers",
                              List.of("badge"),
                              "ux_teachers_badge",
                              List.of(teacher.id())))
                  .toList());
      assertThat(some.isComplete()).isFalse();
      assertThat(some.violations()).isEqualTo(all.violations().subList(0, 1));
    }
  }

  /** A dialect whose indexes accept at most 100 bytes. */
  private Dialect smallIndexes() {
    Dialect real = tck.provider().create();
    return new Dialect() {
      @Override
      public String name() {
        return "small";
      }

      @Override
      public SQLDialect jooqDialect() {
        return real.jooqDialect();
      }

      @Override
      public FailureClassifier failures() {
        return real.failures();
      }

      @Override
      public TransferSupport transfer() {
        return new TransferSupport() {
          @Override
          public boolean mayExceedIndex(List<Integer> sizes) {
            return sizes.stream().mapToInt(Integer::intValue).sum() > 100;
          }
        };
      }
    };
  }

  @Test
  void valuesThatAreTooLargeForTheIndexesOfAnotherDatabaseAreFound() {
    try (TckDatabase target = tck.create();
        Database database = tck.open(target, VALUES)) {
      Schema schema = dev.taskstore.dialect.tck.values.schema.DefaultSchema.DEFAULT_SCHEMA;
      String text = "\u00e9".repeat(50);
      database
          .dsl()
          .execute(
              "INSERT INTO text_values (subject, other) VALUES (?, ?), (?, NULL), (?, ?)",
              text,
              text + "x",
              "y" + text,
              "x".repeat(100),
              "z".repeat(100));

      assertFindsNothing(database.checkIntegrity(schema, LIMIT));
      assertThat(database.checkIntegrity(schema, smallIndexes(), LIMIT).violations())
          .extracting(Object::toString)
          .containsExactlyInAnyOrder(
              "INDEX_SIZE text_values[other] uq_text_values_other",
              "INDEX_SIZE text_values[subject] pk_text_values");
    }
  }
}

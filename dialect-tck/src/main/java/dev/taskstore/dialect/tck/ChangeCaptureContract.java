package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.TransferFixture.execute;
import static dev.taskstore.dialect.tck.TransferFixture.inTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ChangeCapture;
import dev.taskstore.dialect.tck.school.Course;
import dev.taskstore.dialect.tck.school.NewDepartment;
import dev.taskstore.dialect.tck.school.NewEnrollment;
import dev.taskstore.dialect.tck.school.NewExam;
import dev.taskstore.dialect.tck.school.NewOrder;
import dev.taskstore.dialect.tck.school.NewStudent;
import dev.taskstore.dialect.tck.school.OrderLunch;
import dev.taskstore.dialect.tck.school.Student;
import dev.taskstore.dialect.tck.school.StudentChanges;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Triggers that record the keys of changed rows. */
abstract class ChangeCaptureContract {

  private final DialectFixture tck;
  private School school;

  @SuppressWarnings("NullAway.Init")
  ChangeCaptureContract(DialectFixture tck) {
    this.tck = tck;
  }

  @BeforeEach
  final void open() {
    school = new School(tck);
  }

  @AfterEach
  final void close() {
    school.close();
  }

  private static ChangeCapture capture(Database database) {
    return database.dialect().transfer().changeCapture().orElseThrow();
  }

  private ChangeCapture capture() {
    return capture(school.database);
  }

  private static String outbox(String table) {
    return "taskstore_outbox_" + Integer.toHexString(table.hashCode());
  }

  private void start(String table, String... key) {
    List<String> columns = List.of(key);
    inTransaction(
        school.database,
        connection -> {
          execute(
              connection,
              List.of(capture().createOutbox(connection, table, columns, outbox(table))));
          execute(connection, capture().start(connection, table, columns, outbox(table)));
          return columns;
        });
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Returns the recorded keys as text, and empties the outbox. */
  private Set<String> recorded(String table) {
    return inTransaction(school.database, connection -> take(connection, outbox(table)));
  }

  private static Set<String> take(Connection connection, String outbox) throws SQLException {
    Set<String> keys = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT * FROM " + outbox + " ORDER BY " + ChangeCapture.SEQUENCE)) {
        long previous = 0;
        while (row.next()) {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (row.getMetaData().getColumnName(i).equals(ChangeCapture.SEQUENCE)) {
              assertThat(row.getLong(i)).isGreaterThan(previous);
              previous = row.getLong(i);
            } else {
              values.add(text(row, i));
            }
          }
          keys.add(String.join(" ", values));
        }
      }
      statement.executeUpdate("DELETE FROM " + outbox);
    }
    return keys;
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return row.getObject(column) instanceof byte[] bytes && bytes.length == 16
        ? new UUID(ByteBuffer.wrap(bytes).getLong(), ByteBuffer.wrap(bytes).getLong(8)).toString()
        : row.getString(column);
  }

  private Student student(int number) {
    return school.students.insert(NewStudent.of(number, "student " + number));
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void insertsUpdatesAndDeletesAreRecorded() {
    Student before = student(1);
    start("students", "id");

    Student inserted = student(2);
    assertThat(recorded("students")).containsExactly(inserted.id().toString());
    Student updated = school.students.update(before.with().name("other").build());
    school.students.update(updated.id(), StudentChanges.none().nickname("nick"));
    assertThat(recorded("students")).containsExactly(before.id().toString());
    school.students.deleteById(before.id());
    assertThat(recorded("students")).containsExactly(before.id().toString());
    school.database.dsl().execute("DELETE FROM students");
    assertThat(recorded("students")).containsExactly(inserted.id().toString());
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void writesOfManyRowsAreRecorded() {
    start("departments", "code");

    school.departments.insertAll(departments(0));
    assertThat(recorded("departments")).hasSize(1_100).contains("D0", "D1099");
    school.departments.load(departments(2_000).stream());
    assertThat(recorded("departments")).hasSize(1_100).contains("D2000", "D3099");
    school.departments.upsertAllByCode(
        List.of(NewDepartment.of("D0", "new name"), NewDepartment.of("E0", "new row")));
    assertThat(recorded("departments")).containsExactly("D0", "E0");
    school.departments.deleteAllById(List.of("D1", "D2", "missing"));
    assertThat(recorded("departments")).containsExactly("D1", "D2");
    school.database.dsl().execute("UPDATE departments SET name = 'n' || code WHERE code < 'D11'");
    assertThat(recorded("departments")).contains("D0", "D1000").doesNotContain("D2000");
  }

  private static List<NewDepartment> departments(int first) {
    return IntStream.range(first, first + 1_100)
        .mapToObj(i -> NewDepartment.of("D" + i, "name " + i))
        .toList();
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void bothKeysOfAChangedKeyAreRecorded() {
    school.departments.insertAll(
        List.of(NewDepartment.of("AA", "first"), NewDepartment.of("BB", "second")));
    start("departments", "code");

    school.database.dsl().execute("UPDATE departments SET code = 'CC' WHERE code = 'AA'");

    assertThat(recorded("departments")).containsExactly("AA", "CC");
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void rowsThatCascadesChangeAreRecorded() {
    Student mentor = student(1);
    Student pupil = school.students.insert(NewStudent.of(2, "pupil").mentorId(mentor.id()));
    Course course = school.course("Optics");
    school.enrollments.insert(NewEnrollment.of(mentor.id(), course.id()));
    school.exams.insert(NewExam.of(mentor.id(), course.id(), (short) 1));
    school.orders.insert(NewOrder.of(mentor.id(), OrderLunch.VEGETARIAN));
    start("students", "id");
    start("enrollments", "student_id", "course_id");
    start("exams", "student_id", "course_id", "sitting");
    start("order", "student_id");

    school.students.deleteById(mentor.id());

    String both = mentor.id() + " " + course.id();
    assertThat(recorded("students"))
        .containsExactlyInAnyOrder(mentor.id().toString(), pupil.id().toString());
    assertThat(recorded("enrollments")).containsExactly(both);
    assertThat(recorded("exams")).containsExactly(both + " 1");
    assertThat(recorded("order")).containsExactly(mentor.id().toString());
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void changesThatAreRolledBackAreNotRecorded() {
    start("students", "id");

    school.database.transaction(
        tx -> {
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner -> {
                            inner.dsl().execute("UPDATE students SET name = 'x' WHERE 1 = 1");
                            throw new IllegalStateException("rolled back");
                          }))
              .isInstanceOf(IllegalStateException.class);
          student(3);
        });

    assertThat(recorded("students")).hasSize(1);
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void namesWithQuotesUpperCaseAndReservedWordsAreRecorded() {
    String table = "Odd \"table\" 'of' names";
    String longTable = "ä".repeat(31);
    for (String name : List.of(table, longTable)) {
      execute(
          school.database,
          List.of(
              "CREATE TABLE "
                  + quoted(name)
                  + " (\"Select\" integer NOT NULL, \"the \"\"key\" varchar(20) NOT NULL,"
                  + " \"sequence\" integer NOT NULL, value varchar(20) UNIQUE,"
                  + " PRIMARY KEY (\"Select\", \"the \"\"key\", \"sequence\"))"));
      start(name, "Select", "the \"key", "sequence");

      execute(
          school.database,
          List.of(
              "INSERT INTO " + quoted(name) + " VALUES (1, 'a', 7, 'x'), (2, 'b', 8, 'y')",
              "UPDATE " + quoted(name) + " SET \"Select\" = 3 WHERE \"Select\" = 2"));

      assertThat(recorded(name)).containsExactly("1 a 7", "2 b 8", "3 b 8");
      execute(school.database, capture().stop(name));
    }
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void startingAgainKeepsTheOutboxAndStoppingEndsTheCapture() {
    start("students", "id");
    Student first = student(1);
    start("students", "id");
    Student second = student(2);
    assertThat(recorded("students"))
        .containsExactlyInAnyOrder(first.id().toString(), second.id().toString());

    execute(school.database, capture().stop("students"));
    execute(school.database, capture().stop("students"));
    student(3);

    assertThat(recorded("students")).isEmpty();
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void triggersAndOutboxesAreNotDrift() {
    start("students", "id");
    execute(school.database, capture().seal("students"));
    assertThat(school.database.migrations().drift().isEmpty()).isTrue();
    assertThat(school.database.migrations().drift().otherTables()).isEmpty();
  }

  /** The order of the outbox is the order of the changes of a row. */
  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void theCaptureDoesNotChangeTheResultsOfWrites() {
    Student before = student(1);
    start("students", "id");

    assertThat(school.students.insertAll(List.of(NewStudent.of(5, "a"), NewStudent.of(4, "b"))))
        .extracting(Student::number)
        .containsExactly(5L, 4L);
    assertThat(school.students.deleteById(UUID.randomUUID())).isFalse();
    assertThat(school.students.deleteById(before.id())).isTrue();
    assertThat(school.students.upsertByNumber(NewStudent.of(5, "c")).name()).isEqualTo("c");
    assertThat(school.students.load(Stream.of(NewStudent.of(6, "d")))).isEqualTo(1);
  }
}

package dev.taskstore.transfer;

import static dev.taskstore.transfer.Pupils.CHANGELOG;
import static dev.taskstore.transfer.Pupils.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.numbers.NewTicket;
import dev.taskstore.dialect.tck.numbers.Ticket;
import dev.taskstore.dialect.tck.numbers.schema.TicketRepository;
import dev.taskstore.dialect.tck.numbers.schema.TokenRepository;
import dev.taskstore.dialect.tck.school.CourseClass;
import dev.taskstore.dialect.tck.school.schema.CourseRepository;
import dev.taskstore.dialect.tck.school.schema.StudentRepository;
import dev.taskstore.dialect.tck.values.NewBinaryValue;
import dev.taskstore.dialect.tck.values.schema.BinaryValueRepository;
import dev.taskstore.transfer.TestDatabase.Kind;
import dev.taskstore.transfer.exception.CopyRefusedException;
import dev.taskstore.transfer.report.PreflightFinding;
import dev.taskstore.transfer.report.PreflightReport;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users of other projects report after they moved from SQLite to a server. */
class ComplaintsTest extends CopyFixture {

  private static final String NUMBERS = "dev/taskstore/dialect/tck/numbers/change-log/master.xml";

  /** Writes as programs do that have constraints disabled. */
  private static void writeUnchecked(TestDatabase database, String... statements)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = OFF");
      statement.execute("PRAGMA ignore_check_constraints = ON");
      statement.execute("PRAGMA writable_schema = ON");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Returns the findings of a preflight, after a check that the copy is refused. */
  private List<String> findings(TestDatabase from) {
    Database source = closing(from.open(CHANGELOG));
    TestDatabase empty = create(Kind.POSTGRES);
    Database target = closing(empty.target(CHANGELOG));
    PreflightReport report = CopyPreflight.of(SCHEMA).from(source).to(target).run();
    assertThatThrownBy(() -> copy(SCHEMA, source, target)).isInstanceOf(CopyRefusedException.class);
    assertThat(target.migrations().history()).isEmpty();
    return report.findings().stream().map(PreflightFinding::toString).toList();
  }

  private TestDatabase school(int students) {
    TestDatabase database = migrated(Kind.SQLITE, CHANGELOG);
    try (Database opened = database.open(CHANGELOG)) {
      Pupils.insert(opened, students);
    }
    return database;
  }

  @ParameterizedTest
  @MethodSource("directions")
  void sequencesContinueBehindTheLargestKey(Direction direction) {
    Database source = open(direction.source, NUMBERS);
    TicketRepository tickets = new TicketRepository(source);
    Ticket first = tickets.insert(NewTicket.of("A1"));
    Ticket last = tickets.insert(NewTicket.of("A2").parentId(first.id()));
    Database target = target(direction.target, NUMBERS);

    copy(dev.taskstore.dialect.tck.numbers.schema.DefaultSchema.DEFAULT_SCHEMA, source, target);

    assertThat(new TicketRepository(target).findById(last.id())).contains(last);
    assertThat(new TicketRepository(target).insert(NewTicket.of("A3")).id())
        .isGreaterThan(last.id());
    assertThat(
            new TokenRepository(target)
                .insert(dev.taskstore.dialect.tck.numbers.NewToken.of())
                .id())
        .isPositive();
  }

  @ParameterizedTest
  @MethodSource("directions")
  void booleansAndDefaultsKeepTheirMeaning(Direction direction) throws Exception {
    Database source = open(direction.source, CHANGELOG);
    Pupils.insert(source, 2);
    source
        .dsl()
        .update(DSL.table("students"))
        .set(DSL.field("active", Boolean.class), false)
        .where(DSL.field("number", Long.class).eq(1L))
        .execute();
    TestDatabase empty = create(direction.target);
    Database target = closing(empty.target(CHANGELOG));

    copy(SCHEMA, source, target);

    assertThat(new StudentRepository(target).findByNumber(0).orElseThrow().active()).isTrue();
    assertThat(new StudentRepository(target).findByNumber(1).orElseThrow().active()).isFalse();
    empty.execute(
        "INSERT INTO courses (id, department_code, title, created_at, updated_at, version)"
            + " SELECT student_id, 'SCI', 'Defaults', created_at, updated_at, 1 FROM enrollments"
            + " WHERE student_id = (SELECT id FROM students WHERE number = 0)");
    assertThat(new CourseRepository(target).findByDepartmentCodeAndTitle("SCI", "Defaults"))
        .hasValueSatisfying(
            course -> {
              assertThat(course.class_()).isEqualTo(CourseClass.OPEN);
              assertThat(course.select()).isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("directions")
  void theLeastAndTheGreatestValueOfEachTypeAreCopied(Direction direction) {
    Database source = open(direction.source, ValueRows.CHANGELOG);
    int rows = ValueRows.insert(source);
    Database target = target(direction.target, ValueRows.CHANGELOG);

    assertThat(copy(ValueRows.SCHEMA, source, target).rows()).isEqualTo(rows);
    assertThat(DatabaseComparison.of(ValueRows.SCHEMA).run(source, target).isEqual()).isTrue();
  }

  @Test
  void integersThatAreTooWideAreFound() throws Exception {
    TestDatabase source = school(2);
    writeUnchecked(
        source,
        "UPDATE teachers SET badge = 3000000000",
        "UPDATE enrollments SET grade = 70000",
        "UPDATE students SET active = 7 WHERE number = 0");

    assertThat(findings(source))
        .anyMatch(text -> text.startsWith("ROW teachers: badge contains a value"))
        .anyMatch(text -> text.startsWith("ROW enrollments: grade contains a value"))
        .anyMatch(text -> text.startsWith("ROW students: ") && text.contains("active"));
  }

  @Test
  void timesThatAreNoMicrosecondsAreFound() throws Exception {
    TestDatabase source = school(1);
    writeUnchecked(source, "UPDATE sightings SET seen_at = 9223372036854775807");

    assertThat(findings(source))
        .contains("ROW sightings: seen_at contains a value that its type does not allow");
  }

  @Test
  void orphansAreFound() throws Exception {
    TestDatabase source = school(2);
    writeUnchecked(source, "DELETE FROM students WHERE number = 1");

    assertThat(findings(source))
        .anyMatch(
            text ->
                text.startsWith("ROW enrollments: student_id references a row that does not exist")
                    && text.contains("fk_enrollments_student_id"));
  }

  @Test
  void nulAndInvalidUtf8AreFound() throws Exception {
    TestDatabase source = school(2);
    writeUnchecked(
        source,
        "UPDATE students SET name = CAST(x'ff41' AS TEXT) WHERE number = 0",
        "UPDATE students SET name = 'a' || char(0) || 'b' WHERE number = 1",
        "UPDATE teachers SET id = x'0102'");

    assertThat(findings(source))
        .filteredOn(text -> text.startsWith("ROW students: name contains a value"))
        .hasSize(2);
    assertThat(findings(source)).anyMatch(text -> text.startsWith("ROW teachers: id contains"));
  }

  @ParameterizedTest
  @MethodSource("directions")
  void binaryDataIsCopiedByteByByte(Direction direction) {
    Database source = open(direction.source, ValueRows.CHANGELOG);
    byte[] large = new byte[4_000_000];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31 + i / 256);
    }
    Bytes key = Bytes.ofHex("00ff");
    new BinaryValueRepository(source).insert(NewBinaryValue.of(key).preset(Bytes.of(large)));
    Database target = target(direction.target, ValueRows.CHANGELOG);

    copy(ValueRows.SCHEMA, source, target);

    assertThat(new BinaryValueRepository(target).findById(key).orElseThrow().preset())
        .isEqualTo(Bytes.of(large));
  }

  @Test
  void differentStatesOfTheChangelogAreRefused() {
    TestDatabase behind = migrated(Kind.SQLITE, CHANGELOG);
    try (Database opened = behind.open(CHANGELOG)) {
      opened.migrations().rollback(1);
    }
    Database source = closing(behind.open(CHANGELOG, MigrationMode.NONE));
    Database target = target(Kind.POSTGRES, CHANGELOG);

    PreflightReport report = CopyPreflight.of(SCHEMA).from(source).to(target).run();

    assertThat(report.findings())
        .extracting(PreflightFinding::kind)
        .containsExactly(PreflightFinding.Kind.CHANGELOG);
    assertThat(report.toText()).contains("The source is behind its changelog. Migrate it first.");
    assertThatThrownBy(() -> copy(SCHEMA, source, target))
        .isInstanceOf(CopyRefusedException.class)
        .hasMessageContaining("behind its changelog");
  }

  @Test
  void tablesAndColumnsThatTheChangelogDoesNotContainAreNotLostSilently() throws Exception {
    TestDatabase from = school(1);
    from.execute("CREATE TABLE notes (text TEXT)", "ALTER TABLE students ADD COLUMN shoe INTEGER");
    Database source = closing(from.open(CHANGELOG));
    Database target = target(Kind.POSTGRES, CHANGELOG);

    assertThatThrownBy(() -> copy(SCHEMA, source, target))
        .isInstanceOf(CopyRefusedException.class)
        .hasMessageContaining("notes")
        .hasMessageContaining("shoe");
    assertThat(DatabaseCopy.of(SCHEMA).from(source).to(target).acceptDrift().run().isVerified())
        .isTrue();
    assertThat(CopyPreflight.of(SCHEMA).from(source).acceptDrift().run().notes())
        .anyMatch(note -> note.contains("notes"))
        .anyMatch(note -> note.contains("shoe"));
  }

  @Test
  void aSecondRunOnACompleteTargetIsRefused() {
    Database source = open(Kind.SQLITE, CHANGELOG);
    Pupils.insert(source, 1);
    Database target = target(Kind.POSTGRES, CHANGELOG);
    copy(SCHEMA, source, target);

    assertThatThrownBy(() -> copy(SCHEMA, source, target))
        .isInstanceOf(CopyRefusedException.class)
        .hasMessageContaining("The target holds rows");
  }

  @Test
  void duplicatesOfADamagedIndexAreFound() throws Exception {
    TestDatabase source = school(1);
    writeUnchecked(
        source,
        "CREATE TABLE saved AS SELECT * FROM sqlite_schema WHERE name = 'ux_teachers_badge'",
        "DELETE FROM sqlite_schema WHERE name = 'ux_teachers_badge'");
    writeUnchecked(
        source,
        "INSERT INTO teachers SELECT x'0195a0a0a0a07000800000000000000f', 'other@example.com',"
            + " badge, department_code, created_at, updated_at FROM teachers");
    writeUnchecked(source, "INSERT INTO sqlite_schema SELECT * FROM saved", "DROP TABLE saved");

    assertThat(findings(source))
        .filteredOn(text -> text.startsWith("ROW teachers: another row has the same badge"))
        .hasSize(2);
  }
}

package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.school.schema.Tables.COURSES;
import static dev.taskstore.dialect.tck.school.schema.Tables.DEPARTMENTS;
import static dev.taskstore.dialect.tck.school.schema.Tables.FRIENDSHIPS;
import static dev.taskstore.dialect.tck.school.schema.Tables.SIGHTINGS;
import static dev.taskstore.dialect.tck.school.schema.Tables.STUDENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.personal.DataCategory;
import dev.taskstore.db.personal.DataSubject;
import dev.taskstore.db.personal.ErasedRows;
import dev.taskstore.db.personal.PersonalDataMap;
import dev.taskstore.dialect.tck.school.Course;
import dev.taskstore.dialect.tck.school.NewCourse;
import dev.taskstore.dialect.tck.school.NewDepartment;
import dev.taskstore.dialect.tck.school.NewEnrollment;
import dev.taskstore.dialect.tck.school.NewExam;
import dev.taskstore.dialect.tck.school.NewOrder;
import dev.taskstore.dialect.tck.school.NewSighting;
import dev.taskstore.dialect.tck.school.NewStudent;
import dev.taskstore.dialect.tck.school.OrderLunch;
import dev.taskstore.dialect.tck.school.Student;
import dev.taskstore.dialect.tck.school.StudentChanges;
import dev.taskstore.dialect.tck.school.schema.PersonalData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The marks, the export and the erasure of personal data in a schema with composite keys. */
abstract class PersonalDataContract extends SchoolContract {

  private static final UUID ADA = UUID.fromString("01940000-0000-7000-8000-000000000001");
  private static final UUID BOB = UUID.fromString("01940000-0000-7000-8000-000000000002");

  PersonalDataContract(DialectFixture tck) {
    super(tck);
  }

  private Course insertData() {
    school.departments.insert(NewDepartment.of("SCI", "Science"));
    Course optics = school.courses.insert(NewCourse.of("SCI", "Optics"));
    school.students.insert(NewStudent.of(1, "Ada").id(ADA).nickname("countess"));
    school.students.insert(NewStudent.of(2, "Bob").id(BOB).mentorId(ADA));
    for (UUID student : List.of(ADA, BOB)) {
      school.enrollments.insert(NewEnrollment.of(student, optics.id()).grade((short) 2));
      school.exams.insert(NewExam.of(student, optics.id(), (short) 1).remark("late"));
      school.exams.insert(NewExam.of(student, optics.id(), (short) 2));
      school.sightings.insert(NewSighting.of(student, "roof", Contract.START));
    }
    school.orders.insert(NewOrder.of(ADA, OrderLunch.VEGETARIAN));
    school
        .database
        .dsl()
        .insertInto(FRIENDSHIPS, FRIENDSHIPS.ADMIRER_ID, FRIENDSHIPS.IDOL_ID)
        .values(BOB, ADA)
        .execute();
    return optics;
  }

  private DataSubject student(UUID id) {
    return DataSubject.of(school.database, PersonalData.MAP, STUDENTS.ID, id);
  }

  private static String export(DataSubject subject) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      subject.export(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anExportFollowsCascadingForeignKeysAndLeavesSecretsOut() {
    Course optics = insertData();

    assertThat(export(student(ADA)))
        .isEqualTo(
            """
            {
              "format": "taskstore-personal-data",
              "version": 1,
              "subject": {"table": "students", "key": {"id": "01940000-0000-7000-8000-000000000001"}},
              "tables": {
                "students": [
                  {"id": "01940000-0000-7000-8000-000000000001", "name": "Ada", "nickname": "countess", "mood": null, "mentor_id": null, "active": true, "created_at": "2026-03-01T09:00:00.123456Z", "version": 0}
                ],
                "enrollments": [
                  {"student_id": "01940000-0000-7000-8000-000000000001", "course_id": "COURSE", "grade": 2, "created_at": "2026-03-01T09:00:00.123456Z", "updated_at": "2026-03-01T09:00:00.123456Z", "version": 0}
                ],
                "friendships": [
                  {"admirer_id": "01940000-0000-7000-8000-000000000002", "idol_id": "01940000-0000-7000-8000-000000000001"}
                ],
                "order": [
                  {"student_id": "01940000-0000-7000-8000-000000000001", "lunch": "vegetarian", "table": -1}
                ],
                "sightings": [
                  {"student_id": "01940000-0000-7000-8000-000000000001", "place": "roof", "seen_at": "2026-03-01T09:00:00.123456Z"}
                ],
                "exams": [
                  {"student_id": "01940000-0000-7000-8000-000000000001", "course_id": "COURSE", "sitting": 1, "held_at": null, "remark": "late"},
                  {"student_id": "01940000-0000-7000-8000-000000000001", "course_id": "COURSE", "sitting": 2, "held_at": null, "remark": null}
                ]
              }
            }
            """
                .replace("COURSE", optics.id().toString()));
  }

  @Test
  void anExportFollowsTheReferencesThatAreNamed() {
    insertData();

    DataSubject science =
        DataSubject.of(school.database, PersonalData.MAP, DEPARTMENTS.CODE, "SCI");
    assertThat(export(science))
        .contains("\"departments\": [\n", "\"Science\"")
        .doesNotContain("\"courses\"");
    assertThat(export(science.following(COURSES.DEPARTMENT_CODE)))
        .contains("\"courses\": [\n", "\"Optics\"", "\"exams\": [\n");
  }

  @Test
  void anExportFollowsReferencesOfATableToItselfAtAnyDepth() {
    insertData();
    UUID cyd = UUID.fromString("01940000-0000-7000-8000-000000000003");
    school.students.insert(NewStudent.of(3, "Cyd").id(cyd).mentorId(BOB));
    school.sightings.insert(NewSighting.of(cyd, "cellar", Contract.START));
    school.students.insert(NewStudent.of(4, "Eve"));
    school.students.update(ADA, StudentChanges.none().mentorId(cyd)); // a circle

    assertThat(export(student(BOB))).doesNotContain("\"Cyd\"");
    assertThat(export(student(BOB).following(STUDENTS.MENTOR_ID)))
        .contains("\"Ada\"", "\"Bob\"", "\"Cyd\"", "\"cellar\"")
        .doesNotContain("\"Eve\"");
  }

  @Test
  void anErasureCountsTheRowsThatTheDatabaseDeletes() {
    insertData();

    ErasedRows erased = student(ADA).erase();

    assertThat(erased.byTable().toString())
        .isEqualTo("{students=1, enrollments=1, friendships=1, order=1, sightings=1, exams=2}");
    assertThat(school.students.findById(ADA)).isEmpty();
    assertThat(school.students.getById(BOB)).extracting(Student::mentorId).isNull();
    assertThat(school.exams.count()).isEqualTo(2);
    assertThat(school.sightings.count()).isEqualTo(1);
    assertThat(school.orders.count()).isZero();
  }

  @Test
  void aSubjectIsExportedAndErased() throws IOException {
    insertData();
    Database database = school.database;
    UUID id = BOB;
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    // tag::data-subject[]
    DataSubject student = DataSubject.of(database, PersonalData.MAP, STUDENTS.ID, id);
    student.export(out);
    ErasedRows erased = student.erase();
    // end::data-subject[]

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"Bob\"").doesNotContain("\"Ada\"");
    assertThat(erased.of("exams")).isEqualTo(2);
    assertThat(erased.total()).isEqualTo(6);
  }

  @Test
  void rowsThatDoNotCascadePreventAnErasure() {
    insertData();

    DataSubject science =
        DataSubject.of(school.database, PersonalData.MAP, DEPARTMENTS.CODE, "SCI");
    assertThatExceptionOfType(ForeignKeyViolationException.class).isThrownBy(science::erase);
    assertThat(school.departments.count()).isEqualTo(1);
  }

  @Test
  void programsReadTheMarks() {
    PersonalDataMap map = PersonalData.MAP;

    assertThat(map.category(STUDENTS.NAME)).contains(DataCategory.PERSONAL);
    assertThat(map.category(STUDENTS.NUMBER)).contains(DataCategory.SECRET);
    assertThat(map.category(STUDENTS.MOOD)).isEmpty();
    assertThat(map.isPersonal(SIGHTINGS.PLACE)).isTrue();
    assertThat(map.isPersonal(STUDENTS.ID)).isFalse();
    assertThat(map.columns().keySet()).contains(STUDENTS.NAME, STUDENTS.NICKNAME, SIGHTINGS.PLACE);
  }

  @Test
  void aSubjectIsFoundByItsPrimaryKeyOnly() {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> DataSubject.of(school.database, PersonalData.MAP, STUDENTS.NAME, "Ada"))
        .withMessage("The column name must be the primary key of a generated table.");
  }

  @Test
  void aReferenceThatDoesNotExistCannotBeFollowed() {
    DataSubject student = student(ADA);

    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> student.following(STUDENTS.NAME))
        .withMessageStartingWith("The column name must be part of a foreign key");
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> student.following(STUDENTS.as("s").MENTOR_ID))
        .withMessageStartingWith("The column mentor_id must be part of a foreign key");
  }
}

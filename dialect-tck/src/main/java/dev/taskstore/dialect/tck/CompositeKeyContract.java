package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.school.Course;
import dev.taskstore.dialect.tck.school.Enrollment;
import dev.taskstore.dialect.tck.school.EnrollmentChanges;
import dev.taskstore.dialect.tck.school.EnrollmentKey;
import dev.taskstore.dialect.tck.school.Exam;
import dev.taskstore.dialect.tck.school.ExamChanges;
import dev.taskstore.dialect.tck.school.ExamKey;
import dev.taskstore.dialect.tck.school.NewEnrollment;
import dev.taskstore.dialect.tck.school.NewExam;
import dev.taskstore.dialect.tck.school.NewSighting;
import dev.taskstore.dialect.tck.school.NewStudent;
import dev.taskstore.dialect.tck.school.NewTeacher;
import dev.taskstore.dialect.tck.school.Sighting;
import dev.taskstore.dialect.tck.school.Student;
import dev.taskstore.dialect.tck.school.Teacher;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Repositories of tables with composite keys, of tables without keys, and of pure join tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CompositeKeyContract extends SchoolContract {

  private static final PageRequest FIRST = PageRequest.first(50);

  CompositeKeyContract(DialectFixture tck) {
    super(tck);
  }

  @Test
  void keysOfSeveralColumns() {
    Student ada = school.students.insert(NewStudent.of(1, "Ada"));
    Student bob = school.students.insert(NewStudent.of(2, "Bob"));
    Course optics = school.course("Optics");
    Enrollment one = school.enrollments.insert(NewEnrollment.of(ada.id(), optics.id()));
    Enrollment two =
        school.enrollments.insert(NewEnrollment.of(bob.id(), optics.id()).grade((short) 6));
    EnrollmentKey missing = new EnrollmentKey(bob.id(), bob.id());

    assertThat(school.enrollments.getById(one.key())).isEqualTo(one);
    assertThat(school.enrollments.findAllById(List.of(two.key(), missing, one.key())))
        .containsExactly(two, one);
    assertThat(school.enrollments.findByCourse(optics.id(), FIRST).items())
        .containsExactly(two, one);
    assertThat(school.enrollments.countByStudent(ada.id())).isEqualTo(1);
    Enrollment graded =
        school.enrollments.update(one.key(), EnrollmentChanges.none().grade((short) 1));
    assertThatThrownBy(() -> school.enrollments.update(one))
        .isInstanceOf(StaleEntityException.class);
    assertThat(
            school.enrollments.upsertByStudentIdAndCourseId(
                NewEnrollment.of(ada.id(), optics.id())))
        .isEqualTo(graded.with().grade(null).version(2).build());
    assertNames(
        CheckViolationException.class,
        "ck_enrollments_grade",
        () -> school.enrollments.update(one.key(), EnrollmentChanges.none().grade((short) 7)));
    assertNames(
        UniqueViolationException.class,
        "pk_enrollments",
        () -> school.enrollments.insert(NewEnrollment.of(ada.id(), optics.id())));

    Exam exam = school.exams.insert(NewExam.of(ada.id(), optics.id(), (short) 2).remark("ok"));
    school.exams.insertAll(
        List.of(
            NewExam.of(ada.id(), optics.id(), (short) 9),
            NewExam.of(ada.id(), optics.id(), (short) 1)));
    assertThat(school.exams.findByStudentAndCourse(ada.id(), optics.id(), FIRST).items())
        .extracting(Exam::sitting)
        .containsExactly((short) 1, (short) 2, (short) 9);
    assertThat(school.exams.update(exam.key(), ExamChanges.none().heldAt(Contract.START)).heldAt())
        .isEqualTo(Contract.START);
    assertThat(
            school.exams.deleteAllById(
                List.of(exam.key(), new ExamKey(bob.id(), optics.id(), (short) 1))))
        .isEqualTo(1);
    assertNames(
        ForeignKeyViolationException.class,
        "fk_exams_student_id_course_id",
        () -> school.exams.insert(NewExam.of(ada.id(), ada.id(), (short) 1)));
    school.enrollments.deleteById(one.key());
    assertThat(school.exams.count()).isZero();
  }

  @Test
  void tablesWithoutAKeyAreInsertedCountedAndRead() {
    Student ada = school.students.insert(NewStudent.of(1, "Ada"));
    NewSighting draft = NewSighting.of(ada.id(), "library", Contract.START);

    Sighting sighting = school.sightings.insert(draft);
    school.sightings.insertAll(List.of(draft, NewSighting.of(ada.id(), "Cafe", Contract.START)));
    school.sightings.load(
        Stream.of(NewSighting.of(ada.id(), "attic", Contract.START.minusSeconds(1))));

    assertThat(school.sightings.count()).isEqualTo(4);
    assertThat(school.sightings.where(DSL.noCondition()).list())
        .extracting(Sighting::place)
        .containsExactly("Cafe", "attic", "library", "library");
    try (Stream<Sighting> stream = school.sightings.stream()) {
      assertThat(stream).contains(sighting).hasSize(4);
    }
    assertNames(
        ForeignKeyViolationException.class,
        "fk_sightings_student_id",
        () -> school.sightings.insert(NewSighting.of(new UUID(1, 1), "x", Contract.START)));
  }

  @Test
  void pureJoinTablesLinkBothSidesAndATableWithItself() {
    Course optics = school.course("Optics");
    Course sound = school.course("Sound");
    Teacher teacher = school.teachers.insert(NewTeacher.of("t@x", 1));
    Student ada = school.students.insert(NewStudent.of(1, "Ada"));
    Student bob = school.students.insert(NewStudent.of(2, "Bob"));

    assertThat(school.courses.attachTeachers(optics.id(), List.of(teacher.id()))).isEqualTo(1);
    assertThat(school.teachers.attachCourses(teacher.id(), List.of(sound.id(), optics.id())))
        .isEqualTo(1);
    assertThat(school.courses.findByTeacher(teacher.id(), FIRST).items())
        .containsExactly(sound, optics);
    assertThat(school.teachers.findByCourses(List.of(optics.id())).get(optics.id()))
        .containsExactly(teacher);
    assertThat(school.courses.detachTeachers(sound.id(), List.of(teacher.id()))).isEqualTo(1);

    assertThat(school.students.attachIdols(ada.id(), List.of(bob.id(), ada.id()))).isEqualTo(2);
    assertThat(school.students.findByIdol(bob.id(), FIRST).items()).containsExactly(ada);
    assertThat(school.students.findByAdmirer(ada.id(), FIRST).items()).containsExactly(bob, ada);
    assertThat(school.students.countByAdmirer(bob.id())).isZero();
    assertThat(school.students.detachAdmirers(bob.id(), List.of(ada.id()))).isEqualTo(1);
    assertNames(
        ForeignKeyViolationException.class,
        "fk_friendships_idol_id",
        () -> school.students.attachIdols(ada.id(), List.of(new UUID(1, 1))));
  }
}

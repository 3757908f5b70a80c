package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.school.schema.Tables.COURSES;
import static dev.taskstore.dialect.tck.school.schema.Tables.DEPARTMENTS;
import static dev.taskstore.dialect.tck.school.schema.Tables.EXAMS;
import static dev.taskstore.dialect.tck.school.schema.Tables.STUDENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Scope;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.dialect.tck.school.Course;
import dev.taskstore.dialect.tck.school.EnrollmentChanges;
import dev.taskstore.dialect.tck.school.EnrollmentKey;
import dev.taskstore.dialect.tck.school.Exam;
import dev.taskstore.dialect.tck.school.ExamChanges;
import dev.taskstore.dialect.tck.school.ExamKey;
import dev.taskstore.dialect.tck.school.NewEnrollment;
import dev.taskstore.dialect.tck.school.NewExam;
import dev.taskstore.dialect.tck.school.NewSighting;
import dev.taskstore.dialect.tck.school.NewStudent;
import dev.taskstore.dialect.tck.school.Sighting;
import dev.taskstore.dialect.tck.school.Student;
import dev.taskstore.dialect.tck.school.StudentChanges;
import dev.taskstore.dialect.tck.school.schema.EnrollmentRepository;
import dev.taskstore.dialect.tck.school.schema.ExamRepository;
import dev.taskstore.dialect.tck.school.schema.Keys;
import dev.taskstore.dialect.tck.school.schema.SightingRepository;
import dev.taskstore.dialect.tck.school.schema.StudentRepository;
import dev.taskstore.dialect.tck.school.schema.TeacherRepository;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Scopes of any schema: rows that inherit their owner through several tables and keys of several
 * columns, tables without keys, references within one table, and an owner that is not a key.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RowOwnershipContract extends SchoolContract {

  private static final RowOwnership<UUID> BY_STUDENT =
      RowOwnership.of(UUID.class)
          .inherited(Keys.FK_EXAMS_STUDENT_ID_COURSE_ID)
          .inherited(Keys.FK_ENROLLMENTS_STUDENT_ID)
          .inherited(Keys.FK_SIGHTINGS_STUDENT_ID)
          .inherited(Keys.FK_FRIENDSHIPS_ADMIRER_ID)
          .owner(STUDENTS.ID)
          .common(COURSES)
          .build();

  /** Several students may have the same name, and then belong to the same principal. */
  private static final RowOwnership<String> BY_NAME =
      RowOwnership.of(String.class).owner(STUDENTS.NAME).common(DEPARTMENTS).build();

  private Student ada;
  private Student bob;
  private Course optics;
  private Exam examOfAda;
  private Exam examOfBob;

  RowOwnershipContract(DialectFixture tck) {
    super(tck);
  }

  @BeforeEach
  final void insertRowsOfBoth() {
    ada = school.students.insert(NewStudent.of(1, "Ada"));
    bob = school.students.insert(NewStudent.of(2, "Bob"));
    optics = school.course("Optics");
    school.enrollments.insert(NewEnrollment.of(ada.id(), optics.id()));
    school.enrollments.insert(NewEnrollment.of(bob.id(), optics.id()));
    examOfAda = school.exams.insert(NewExam.of(ada.id(), optics.id(), (short) 1));
    examOfBob = school.exams.insert(NewExam.of(bob.id(), optics.id(), (short) 1));
  }

  private Scope scope() {
    return school.database.scopedTo(BY_STUDENT, ada.id());
  }

  @Test
  void rowsInheritTheirOwnerThroughSeveralTables() {
    try (Scope scope = scope()) {
      ExamRepository exams = new ExamRepository(scope);

      assertThat(exams.findAll(PageRequest.first(5)).items()).containsExactly(examOfAda);
      assertThat(exams.findAllById(List.of(examOfBob.key(), examOfAda.key())))
          .containsExactly(examOfAda);
      assertThat(exams.where(EXAMS.SITTING.eq((short) 1)).count()).isEqualTo(1);
      assertThat(exams.countByStudentAndCourse(bob.id(), optics.id())).isZero();
      assertThat(exams.update(examOfAda.key(), ExamChanges.none().remark("own")).remark())
          .isEqualTo("own");
      ExamChanges changes = ExamChanges.none().remark("other");
      assertThatThrownBy(() -> exams.update(examOfBob.key(), changes))
          .isInstanceOf(EntityNotFoundException.class);
      assertThat(exams.deleteAllById(List.of(examOfAda.key(), examOfBob.key()))).isEqualTo(1);
    }
    assertThat(school.exams.getById(examOfBob.key())).isEqualTo(examOfBob);
  }

  @Test
  void aReferenceOfSeveralColumnsToAHiddenRowIsBroken() {
    try (Scope scope = scope()) {
      ExamRepository exams = new ExamRepository(scope);
      NewExam own = NewExam.of(ada.id(), optics.id(), (short) 2);
      NewExam other = NewExam.of(bob.id(), optics.id(), (short) 2);
      NewExam missing = NewExam.of(ada.id(), bob.id(), (short) 2);
      String key = "fk_exams_student_id_course_id";

      for (NewExam broken : List.of(other, missing)) {
        assertNames(ForeignKeyViolationException.class, key, () -> exams.insert(broken));
        assertNames(
            ForeignKeyViolationException.class, key, () -> exams.insertAll(List.of(own, broken)));
        assertNames(
            ForeignKeyViolationException.class, key, () -> exams.load(Stream.of(own, broken)));
        assertNames(
            ForeignKeyViolationException.class,
            key,
            () -> exams.upsertByStudentIdAndCourseIdAndSitting(broken));
      }
      assertThat(exams.insertAll(List.of(own))).hasSize(1);
      assertThat(exams.upsertByStudentIdAndCourseIdAndSitting(own).sitting()).isEqualTo((short) 2);
    }
    assertThat(school.exams.count()).isEqualTo(3);
  }

  @Test
  void aBrokenReferenceMakesTheTransactionRollbackOnly() {
    try (Scope scope = scope()) {
      assertThatThrownBy(
              () ->
                  scope.transaction(
                      transaction -> {
                        ExamRepository exams = new ExamRepository(transaction);
                        NewExam other = NewExam.of(bob.id(), optics.id(), (short) 2);
                        assertThatThrownBy(() -> exams.insert(other))
                            .isInstanceOf(ForeignKeyViolationException.class);
                      }))
          .isInstanceOf(RollbackOnlyException.class);
    }
  }

  @Test
  void anUpsertOfAKeyOfSomebodyElseChangesNothing() {
    Student namesake = school.students.insert(NewStudent.of(3, "Ada"));
    try (Scope scope = school.database.scopedTo(BY_NAME, "Ada")) {
      StudentRepository students = new StudentRepository(scope);

      assertThat(students.upsertByNumber(NewStudent.of(3, "Ada").nickname("A")).id())
          .isEqualTo(namesake.id());
      assertNames(
          UniqueViolationException.class,
          "uq_students_number",
          () -> students.upsertByNumber(NewStudent.of(2, "Ada")));
      assertNames(
          UniqueViolationException.class,
          "uq_students_number",
          () ->
              students.upsertAllByNumber(
                  List.of(NewStudent.of(4, "Ada"), NewStudent.of(2, "Ada"))));
    }
    assertThat(school.students.getById(bob.id())).isEqualTo(bob);
    assertThat(school.students.findByNumber(4)).isEmpty();
  }

  @Test
  void anOwnerThatIsNotAKeyCanNeitherBeGivenAwayNorTaken() {
    try (Scope scope = school.database.scopedTo(BY_NAME, "Ada")) {
      StudentRepository students = new StudentRepository(scope);
      StudentChanges away = StudentChanges.none().name("Bob");

      assertThat(students.findAll(PageRequest.first(9)).items()).containsExactly(ada);
      isRefused(() -> students.insert(NewStudent.of(5, "Bob")));
      isRefused(() -> students.insertAll(List.of(NewStudent.of(5, "Ada"), NewStudent.of(6, "Bo"))));
      isRefused(() -> students.load(Stream.of(NewStudent.of(5, "Bob"))));
      isRefused(() -> students.update(ada.id(), away));
      isRefused(() -> students.update(ada.with().name("Bob").build()));
      isRefused(() -> students.updateAll(List.of(ada.with().name("Bob").build())));
      isRefused(() -> students.upsertByNumber(NewStudent.of(1, "Bob")));
      assertThatThrownBy(() -> students.update(bob.id(), away))
          .isInstanceOf(EntityNotFoundException.class);
      assertThatThrownBy(() -> students.update(bob.with().name("Ada").build()))
          .isInstanceOf(EntityNotFoundException.class);
    }
    assertThat(school.students.count()).isEqualTo(2);
    assertThat(school.students.getById(ada.id())).isEqualTo(ada);
  }

  private static void isRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ScopeViolationException.class);
  }

  @Test
  void newRowsOfOneCallMayReferToEachOther() {
    UUID first = new UUID(1, 1);
    try (Scope scope = school.database.scopedTo(BY_NAME, "Ada")) {
      StudentRepository students = new StudentRepository(scope);

      List<Student> inserted =
          students.insertAll(
              List.of(NewStudent.of(7, "Ada").id(first), NewStudent.of(8, "Ada").mentorId(first)));
      assertThat(students.findByMentor(first, PageRequest.first(9)).items())
          .containsExactly(inserted.get(1));
      assertNames(
          ForeignKeyViolationException.class,
          "fk_students_mentor_id",
          () -> students.update(first, StudentChanges.none().mentorId(bob.id())));
      assertNames(
          ForeignKeyViolationException.class,
          "fk_students_mentor_id",
          () -> students.insert(NewStudent.of(9, "Ada").mentorId(bob.id())));
    }
  }

  @Test
  void aReferenceToAHiddenRowThatAnUpdateKeepsIsPermitted() {
    school.students.update(ada.id(), StudentChanges.none().mentorId(bob.id()));
    Student mentored = school.students.getById(ada.id());
    try (Scope scope = school.database.scopedTo(BY_NAME, "Ada")) {
      StudentRepository students = new StudentRepository(scope);

      Student renamed = students.update(mentored.with().nickname("A").build());
      assertThat(renamed.mentorId()).isEqualTo(bob.id());
      assertThat(students.findById(ada.id())).contains(renamed);
    }
  }

  @Test
  void rowsWithoutAKeyBelongToSomebody() {
    NewSighting own = NewSighting.of(ada.id(), "library", Contract.START);
    NewSighting other = NewSighting.of(bob.id(), "library", Contract.START);
    school.sightings.insertAll(List.of(NewSighting.of(bob.id(), "gym", Contract.START)));
    try (Scope scope = scope()) {
      SightingRepository sightings = new SightingRepository(scope);

      Sighting seen = sightings.insert(own);
      assertThat(sightings.count()).isEqualTo(1);
      try (Stream<Sighting> all = sightings.stream()) {
        assertThat(all).containsExactly(seen);
      }
      assertNames(
          ForeignKeyViolationException.class,
          "fk_sightings_student_id",
          () -> sightings.insert(other));
    }
  }

  @Test
  void bothReferencesOfALinkAreChecked() {
    try (Scope scope = scope()) {
      StudentRepository students = new StudentRepository(scope);

      assertNames(
          ForeignKeyViolationException.class,
          "fk_friendships_idol_id",
          () -> students.attachIdols(ada.id(), List.of(bob.id())));
      assertNames(
          ForeignKeyViolationException.class,
          "fk_friendships_admirer_id",
          () -> students.attachIdols(bob.id(), List.of(ada.id())));
      assertThat(students.attachIdols(ada.id(), List.of(ada.id()))).isEqualTo(1);
      school.students.attachIdols(bob.id(), List.of(ada.id()));
      assertThat(students.countByIdol(ada.id())).isEqualTo(1);
      assertThat(students.detachAdmirers(ada.id(), List.of(ada.id(), bob.id()))).isEqualTo(1);
    }
    assertThat(school.students.countByIdol(ada.id())).isEqualTo(1);
  }

  @Test
  void aTableThatIsNotDeclaredIsRefused() {
    try (Scope scope = scope()) {
      isRefused(() -> new TeacherRepository(scope));
      isRefused(
          () ->
              new StudentRepository(scope)
                  .where(DSL.exists(DSL.selectOne().from(DEPARTMENTS)))
                  .count());
    }
  }

  @Test
  void aPrincipalIsValidated() {
    assertThatThrownBy(() -> school.database.scopedTo(BY_NAME, "a\u0000"))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void aKeyOfSeveralColumnsOfSomebodyElseIsMissing() {
    EnrollmentKey other = new EnrollmentKey(bob.id(), optics.id());
    EnrollmentKey missing = new EnrollmentKey(ada.id(), bob.id());
    try (Scope scope = scope()) {
      EnrollmentRepository enrollments = new EnrollmentRepository(scope);

      for (EnrollmentKey key : List.of(other, missing)) {
        assertThat(enrollments.findById(key)).isEmpty();
        assertThat(enrollments.deleteById(key)).isFalse();
        EnrollmentChanges changes = EnrollmentChanges.none().grade((short) 1);
        assertThatThrownBy(() -> enrollments.update(key, changes))
            .isInstanceOf(EntityNotFoundException.class);
      }
      assertThat(new ExamRepository(scope).findById(new ExamKey(bob.id(), optics.id(), (short) 1)))
          .isEmpty();
    }
  }
}

package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.school.schema.Tables.COURSES;
import static dev.taskstore.dialect.tck.school.schema.Tables.EXAMS;
import static dev.taskstore.dialect.tck.school.schema.Tables.FRIENDSHIPS;
import static dev.taskstore.dialect.tck.school.schema.Tables.STUDENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Scope;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.SharedAccess;
import dev.taskstore.dialect.tck.school.Course;
import dev.taskstore.dialect.tck.school.Exam;
import dev.taskstore.dialect.tck.school.ExamChanges;
import dev.taskstore.dialect.tck.school.ExamKey;
import dev.taskstore.dialect.tck.school.NewEnrollment;
import dev.taskstore.dialect.tck.school.NewExam;
import dev.taskstore.dialect.tck.school.NewSighting;
import dev.taskstore.dialect.tck.school.NewStudent;
import dev.taskstore.dialect.tck.school.Student;
import dev.taskstore.dialect.tck.school.StudentChanges;
import dev.taskstore.dialect.tck.school.schema.CourseRepository;
import dev.taskstore.dialect.tck.school.schema.EnrollmentRepository;
import dev.taskstore.dialect.tck.school.schema.ExamRepository;
import dev.taskstore.dialect.tck.school.schema.Keys;
import dev.taskstore.dialect.tck.school.schema.SightingRepository;
import dev.taskstore.dialect.tck.school.schema.StudentRepository;
import dev.taskstore.dialect.tck.school.schema.TeacherRepository;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Rows of any schema that are shared by a column and through a link table. The mentor of a student
 * reads the student and everything that inherits from it; an idol also updates it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedOwnershipContract extends SchoolContract {

  private static final RowOwnership<UUID> OWNERSHIP =
      RowOwnership.of(UUID.class)
          .owner(STUDENTS.ID)
          .sharedWith(STUDENTS.MENTOR_ID, SharedAccess.READ)
          .sharedThrough(Keys.FK_FRIENDSHIPS_ADMIRER_ID, FRIENDSHIPS.IDOL_ID, SharedAccess.UPDATE)
          .inherited(Keys.FK_ENROLLMENTS_STUDENT_ID)
          .inherited(Keys.FK_EXAMS_STUDENT_ID_COURSE_ID)
          .inherited(Keys.FK_SIGHTINGS_STUDENT_ID)
          .common(COURSES)
          .build();

  private Student ada;

  /** Ada is the mentor of this student. */
  private Student mentee;

  /** Ada is the idol of this student. */
  private Student admirer;

  private Student stranger;
  private Course optics;

  SharedOwnershipContract(DialectFixture tck) {
    super(tck);
  }

  @BeforeEach
  final void insertRows() {
    ada = school.students.insert(NewStudent.of(1, "Ada"));
    mentee = school.students.insert(NewStudent.of(2, "Mentee").mentorId(ada.id()));
    admirer = school.students.insert(NewStudent.of(3, "Admirer"));
    stranger = school.students.insert(NewStudent.of(4, "Stranger"));
    school.students.attachIdols(admirer.id(), List.of(ada.id()));
    optics = school.course("Optics");
    for (Student student : List.of(ada, mentee, admirer, stranger)) {
      school.enrollments.insert(NewEnrollment.of(student.id(), optics.id()));
      school.exams.insert(exam(student, 1));
    }
  }

  private NewExam exam(Student student, int sitting) {
    return NewExam.of(student.id(), optics.id(), (short) sitting);
  }

  private Scope scope() {
    return school.database.scopedTo(OWNERSHIP, ada.id());
  }

  private static void isRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ScopeViolationException.class);
  }

  @Test
  void sharedRowsAndWhatInheritsFromThemAreVisible() {
    try (Scope scope = scope()) {
      assertThat(new StudentRepository(scope).findAll(PageRequest.first(9)).items())
          .containsExactlyInAnyOrder(ada, mentee, admirer);
      assertThat(new ExamRepository(scope).findAll(PageRequest.first(9)).items())
          .extracting(Exam::studentId)
          .containsExactlyInAnyOrder(ada.id(), mentee.id(), admirer.id());
      assertThat(new EnrollmentRepository(scope).count()).isEqualTo(3);
      assertThat(new StudentRepository(scope).countByIdol(ada.id())).isEqualTo(1);
      assertThat(new StudentRepository(scope).findById(stranger.id())).isEmpty();
    }
  }

  @Test
  void rowsThatAreSharedForReadingAreNotWritten() {
    try (Scope scope = scope()) {
      StudentRepository students = new StudentRepository(scope);
      ExamRepository exams = new ExamRepository(scope);
      Exam exam = school.exams.findAllById(List.of(keyOf(mentee))).get(0);
      StudentChanges changes = StudentChanges.none().nickname("M");

      isRefused(() -> students.update(mentee.id(), changes));
      isRefused(() -> students.update(mentee.id(), mentee.version(), changes));
      isRefused(() -> students.update(mentee.with().nickname("M").build()));
      isRefused(
          () ->
              students.updateAll(
                  List.of(ada.with().nickname("A").build(), mentee.with().nickname("M").build())));
      isRefused(() -> students.upsertByNumber(NewStudent.of(2, "M").id(ada.id())));
      isRefused(() -> students.deleteById(mentee.id()));
      isRefused(() -> exams.update(keyOf(mentee), ExamChanges.none().remark("r")));
      isRefused(() -> exams.update(exam.with().remark("r").build()));
      isRefused(() -> exams.insert(exam(mentee, 2)));
      isRefused(() -> exams.insertAll(List.of(exam(ada, 2), exam(mentee, 2))));
      isRefused(() -> exams.deleteById(keyOf(mentee)));
      isRefused(() -> exams.deleteAllById(List.of(keyOf(ada), keyOf(mentee))));
      isRefused(
          () ->
              new SightingRepository(scope)
                  .insert(NewSighting.of(mentee.id(), "gym", Contract.START)));
    }
    assertThat(school.students.getById(mentee.id())).isEqualTo(mentee);
    assertThat(school.exams.count()).isEqualTo(4);
  }

  private ExamKey keyOf(Student student) {
    return new ExamKey(student.id(), optics.id(), (short) 1);
  }

  @Test
  void rowsThatAreSharedForUpdatesAreUpdatedAndWhatInheritsFromThemIsWritten() {
    try (Scope scope = scope()) {
      StudentRepository students = new StudentRepository(scope);
      ExamRepository exams = new ExamRepository(scope);

      Student renamed = students.update(admirer.with().nickname("M").build());
      assertThat(school.students.getById(admirer.id())).isEqualTo(renamed);
      assertThat(exams.insert(exam(admirer, 2)).sitting()).isEqualTo((short) 2);
      assertThat(exams.update(keyOf(admirer), ExamChanges.none().remark("r")).remark())
          .isEqualTo("r");
      assertThat(exams.deleteById(keyOf(admirer))).isTrue();
    }
  }

  @Test
  void onlyTheOwnerDeletesARowAndChangesWithWhomItIsShared() {
    try (Scope scope = scope()) {
      StudentRepository students = new StudentRepository(scope);

      isRefused(() -> students.delete(admirer));
      isRefused(() -> students.deleteAllById(List.of(admirer.id(), stranger.id())));
      isRefused(() -> students.update(admirer.id(), StudentChanges.none().mentorId(ada.id())));
      isRefused(() -> students.update(admirer.with().mentorId(ada.id()).build()));
      isRefused(() -> students.attachIdols(admirer.id(), List.of(stranger.id())));
      isRefused(() -> students.detachIdols(admirer.id(), List.of(ada.id())));
      isRefused(() -> students.detachAdmirers(ada.id(), List.of(admirer.id())));
      assertThatThrownBy(() -> students.attachIdols(stranger.id(), List.of(ada.id())))
          .isInstanceOf(ForeignKeyViolationException.class);

      assertThat(students.attachIdols(ada.id(), List.of(stranger.id()))).isEqualTo(1);
      Student own = students.update(ada.id(), StudentChanges.none().mentorId(stranger.id()));
      assertThat(own.mentorId()).isEqualTo(stranger.id());
      assertThat(students.detachIdols(ada.id(), List.of(stranger.id()))).isEqualTo(1);
      assertThatThrownBy(
              () -> students.update(ada.id(), StudentChanges.none().mentorId(optics.id())))
          .isInstanceOf(ForeignKeyViolationException.class);
    }
    assertThat(school.students.getById(admirer.id())).isEqualTo(admirer);
  }

  @Test
  void bulkChangesAreRefusedIfTheyMeetARowThatTheScopeOnlyReads() {
    try (Scope scope = scope()) {
      StudentRepository students = new StudentRepository(scope);
      var all = students.where(DSL.noCondition());
      var writable = students.where(STUDENTS.ID.ne(mentee.id()));

      isRefused(() -> all.update(StudentChanges.none().nickname(null)));
      isRefused(all::delete);
      isRefused(writable::delete);
      isRefused(() -> writable.update(StudentChanges.none().mentorId(ada.id())));
      assertThat(school.students.findAllById(List.of(ada.id(), mentee.id(), admirer.id())))
          .containsExactly(ada, mentee, admirer);

      assertThat(writable.update(StudentChanges.none().name("Both"))).isEqualTo(2);
      assertThat(students.where(STUDENTS.ID.eq(stranger.id())).delete()).isZero();
      assertThat(students.where(STUDENTS.ID.eq(ada.id())).delete()).isEqualTo(1);
    }
    assertThat(school.students.where(DSL.noCondition()).list())
        .extracting(Student::name)
        .containsExactlyInAnyOrder("Mentee", "Both", "Stranger");
  }

  @Test
  void bulkChangesOfInheritedRowsKeepThemWithRowsOfTheScope() {
    try (Scope scope = scope()) {
      ExamRepository exams = new ExamRepository(scope);

      isRefused(() -> exams.where(DSL.noCondition()).update(ExamChanges.none().remark("r")));
      isRefused(() -> exams.where(DSL.noCondition()).delete());
      var writable = exams.where(EXAMS.STUDENT_ID.ne(mentee.id()));
      assertThat(writable.update(ExamChanges.none().remark("r"))).isEqualTo(2);
      assertThat(writable.delete()).isEqualTo(2);
      isRefused(() -> new CourseRepository(scope).where(DSL.noCondition()).delete());
    }
    assertThat(school.exams.where(DSL.noCondition()).list())
        .extracting(Exam::studentId)
        .containsExactlyInAnyOrder(mentee.id(), stranger.id());
  }

  @Test
  void anUpsertOfASharedRowKeepsItsOwner() {
    try (Scope scope = scope()) {
      StudentRepository students = new StudentRepository(scope);

      Student stored =
          students.upsertByNumber(NewStudent.of(3, "Renamed").id(admirer.id()).nickname("R"));
      assertThat(stored.id()).isEqualTo(admirer.id());
      assertThat(stored.nickname()).isEqualTo("R");
      isRefused(
          () ->
              students.upsertByNumber(
                  NewStudent.of(3, "Admirer").id(admirer.id()).mentorId(ada.id())));
      assertThatThrownBy(() -> students.upsertByNumber(NewStudent.of(4, "S").id(ada.id())))
          .isInstanceOf(UniqueViolationException.class);
    }
  }

  @Test
  void aScopeWithAllRowsIsNotLimited() {
    try (Scope all = school.database.scopedToAll(OWNERSHIP)) {
      StudentRepository students = new StudentRepository(all);

      assertThat(students.count()).isEqualTo(4);
      assertThat(students.deleteAllById(List.of(stranger.id(), mentee.id()))).isEqualTo(2);
      assertThat(new ExamRepository(all).insert(exam(ada, 3)).sitting()).isEqualTo((short) 3);
      isRefused(() -> new TeacherRepository(all));
      isRefused(all::dsl);
    }
    assertThat(school.students.count()).isEqualTo(2);
  }

  @Test
  void aClosedScopeWithAllRowsIsUnusable() {
    Scope all = school.database.scopedToAll(OWNERSHIP);
    StudentRepository students = new StudentRepository(all);
    all.close();

    assertThatThrownBy(students::count).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noPrincipalStandsForAllOthers() {
    RowOwnership<String> byName = RowOwnership.of(String.class).owner(STUDENTS.NAME).build();

    assertThatThrownBy(() -> school.database.scopedTo(byName, "*"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("all principals");
  }
}

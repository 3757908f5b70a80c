package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresRoleServer.APPLICATION;
import static dev.taskstore.dialect.postgres.PostgresRoleServer.OWNER;
import static dev.taskstore.dialect.tck.school.schema.Tables.COURSES;
import static dev.taskstore.dialect.tck.school.schema.Tables.DEPARTMENTS;
import static dev.taskstore.dialect.tck.school.schema.Tables.STUDENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.Transaction;
import dev.taskstore.db.exception.RowSecurityException;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.dialect.tck.school.Course;
import dev.taskstore.dialect.tck.school.NewCourse;
import dev.taskstore.dialect.tck.school.NewDepartment;
import dev.taskstore.dialect.tck.school.NewEnrollment;
import dev.taskstore.dialect.tck.school.NewExam;
import dev.taskstore.dialect.tck.school.NewStudent;
import dev.taskstore.dialect.tck.school.Student;
import dev.taskstore.dialect.tck.school.schema.CourseRepository;
import dev.taskstore.dialect.tck.school.schema.DefaultSchema;
import dev.taskstore.dialect.tck.school.schema.DepartmentRepository;
import dev.taskstore.dialect.tck.school.schema.EnrollmentRepository;
import dev.taskstore.dialect.tck.school.schema.ExamRepository;
import dev.taskstore.dialect.tck.school.schema.Keys;
import dev.taskstore.dialect.tck.school.schema.StudentRepository;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies through a chain of foreign keys of one and two columns, for numbers and texts. */
class PostgresPolicyChainTest {

  private static final RowOwnership<Long> BY_STUDENT =
      RowOwnership.of(Long.class)
          .inherited(Keys.FK_EXAMS_STUDENT_ID_COURSE_ID)
          .inherited(Keys.FK_ENROLLMENTS_STUDENT_ID)
          .owner(STUDENTS.NUMBER)
          .common(COURSES)
          .build();

  private static final RowOwnership<String> BY_DEPARTMENT =
      RowOwnership.of(String.class)
          .owner(DEPARTMENTS.CODE)
          .inherited(Keys.FK_COURSES_DEPARTMENT_CODE)
          .build();

  private TckDatabase database;
  private Course own;
  private Course other;
  private Student ada;

  @BeforeEach
  void migrate() throws SQLException {
    database = PostgresRoleServer.newDatabase();
    PostgresRoleServer.migrate(
        database,
        DefaultSchema.DEFAULT_SCHEMA,
        owned -> {
          try (Database open =
              Database.builder()
                  .url(owned.url())
                  .credentials(owned.user(), owned.password())
                  .changelog("dev/taskstore/dialect/tck/school/change-log/master.xml")
                  .open()) {
            fill(open);
          }
        });
  }

  private void fill(Database open) {
    new DepartmentRepository(open)
        .insertAll(List.of(NewDepartment.of("SCI", "Science"), NewDepartment.of("ART", "Art")));
    own = new CourseRepository(open).insert(NewCourse.of("SCI", "Physics"));
    other = new CourseRepository(open).insert(NewCourse.of("ART", "Painting"));
    ada = new StudentRepository(open).insert(NewStudent.of(1, "ada"));
    Student bob = new StudentRepository(open).insert(NewStudent.of(10, "bob"));
    for (Student student : List.of(ada, bob)) {
      new EnrollmentRepository(open).insert(NewEnrollment.of(student.id(), own.id()));
      new ExamRepository(open).insert(NewExam.of(student.id(), own.id(), (short) 1));
    }
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Database open(String role) {
    TckDatabase target = PostgresRoleServer.as(role, database);
    return Database.builder().url(target.url()).credentials(role, "").open();
  }

  private void enable(RowOwnership<?> ownership) {
    try (Database owner = open(OWNER)) {
      owner.rowSecurity(ownership).enable();
      assertThat(owner.rowSecurity(ownership).differences()).isEmpty();
    }
  }

  private static void setPrincipal(Transaction tx, String principal) {
    tx.dsl().fetch("SELECT set_config('taskstore.principal', ?, true)", principal);
  }

  @Test
  void rowsFollowTheOwnerThroughEveryReference() {
    enable(BY_STUDENT);
    try (Database application = open(APPLICATION)) {
      assertThat(new ExamRepository(application).count()).isZero();
      application.transaction(
          tx -> {
            setPrincipal(tx, "1");
            assertThat(new StudentRepository(tx).count()).isEqualTo(1);
            assertThat(new EnrollmentRepository(tx).count()).isEqualTo(1);
            assertThat(new ExamRepository(tx).count()).isEqualTo(1);
            assertThat(new CourseRepository(tx).count()).isEqualTo(2);
            new EnrollmentRepository(tx).insert(NewEnrollment.of(ada.id(), other.id()));
            new ExamRepository(tx).insert(NewExam.of(ada.id(), other.id(), (short) 1));
          });
      assertThatThrownBy(
              () ->
                  application.transaction(
                      tx -> {
                        setPrincipal(tx, "10");
                        new ExamRepository(tx).insert(NewExam.of(ada.id(), own.id(), (short) 2));
                      }))
          .isInstanceOfSatisfying(
              RowSecurityException.class, e -> assertThat(e.table()).isEqualTo("exams"));
    }
  }

  @Test
  void aTextIsComparedExactly() {
    enable(BY_DEPARTMENT);
    try (Database application = open(APPLICATION)) {
      for (String principal : List.of("sci", "SCI ", "SC", "%", "SCI' OR true --")) {
        application.transaction(
            tx -> {
              setPrincipal(tx, principal);
              assertThat(new CourseRepository(tx).count()).isZero();
            });
      }
      application.transaction(
          tx -> {
            setPrincipal(tx, "SCI");
            assertThat(new CourseRepository(tx).findById(own.id())).contains(own);
            assertThat(new CourseRepository(tx).findById(other.id())).isEmpty();
          });
    }
  }
}

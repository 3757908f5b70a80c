package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.school.schema.Tables.COURSES;
import static dev.taskstore.dialect.tck.school.schema.Tables.STUDENTS;

import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.school.Course;
import dev.taskstore.dialect.tck.school.NewCourse;
import dev.taskstore.dialect.tck.school.NewDepartment;
import dev.taskstore.dialect.tck.school.schema.CourseRepository;
import dev.taskstore.dialect.tck.school.schema.DepartmentRepository;
import dev.taskstore.dialect.tck.school.schema.EnrollmentRepository;
import dev.taskstore.dialect.tck.school.schema.ExamRepository;
import dev.taskstore.dialect.tck.school.schema.OrderRepository;
import dev.taskstore.dialect.tck.school.schema.SightingRepository;
import dev.taskstore.dialect.tck.school.schema.StudentRepository;
import dev.taskstore.dialect.tck.school.schema.TeacherRepository;
import org.jooq.impl.DSL;

/** A database with the schema of a school and its generated repositories. */
final class School implements AutoCloseable {

  static final String CHANGELOG = "dev/taskstore/dialect/tck/school/change-log/master.xml";

  final DepartmentRepository departments;
  final TeacherRepository teachers;
  final StudentRepository students;
  final CourseRepository courses;
  final EnrollmentRepository enrollments;
  final ExamRepository exams;
  final OrderRepository orders;
  final SightingRepository sightings;
  final Database database;

  private final DialectFixture tck;
  private final TckDatabase target;

  School(DialectFixture tck) {
    this.tck = tck;
    target = tck.create();
    database = tck.open(target, CHANGELOG);
    departments = new DepartmentRepository(database);
    teachers = new TeacherRepository(database);
    students = new StudentRepository(database);
    courses = new CourseRepository(database);
    enrollments = new EnrollmentRepository(database);
    exams = new ExamRepository(database);
    orders = new OrderRepository(database);
    sightings = new SightingRepository(database);
  }

  Course course(String title) {
    departments.upsertByCode(NewDepartment.of("SCI", "Science"));
    return courses.insert(NewCourse.of("SCI", title));
  }

  /** Opens the same database once more. */
  Database reopen() {
    return tck.open(target, CHANGELOG);
  }

  MutableClock clock() {
    return tck.clock();
  }

  void clear() {
    tck.clock().set(Contract.START);
    database.transaction(
        tx -> {
          var dsl = tx.dsl();
          dsl.deleteFrom(STUDENTS).execute();
          dsl.deleteFrom(COURSES).execute();
          dsl.deleteFrom(DSL.table("teachers")).execute();
          dsl.update(DSL.table("departments")).setNull(DSL.field("parent_code")).execute();
          dsl.deleteFrom(DSL.table("departments")).execute();
        });
  }

  @Override
  public void close() {
    database.close();
    target.close();
  }
}

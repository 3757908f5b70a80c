package dev.taskstore.transfer;

import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.school.Course;
import dev.taskstore.dialect.tck.school.NewCourse;
import dev.taskstore.dialect.tck.school.NewDepartment;
import dev.taskstore.dialect.tck.school.NewEnrollment;
import dev.taskstore.dialect.tck.school.NewExam;
import dev.taskstore.dialect.tck.school.NewOrder;
import dev.taskstore.dialect.tck.school.NewSighting;
import dev.taskstore.dialect.tck.school.NewStudent;
import dev.taskstore.dialect.tck.school.NewTeacher;
import dev.taskstore.dialect.tck.school.OrderLunch;
import dev.taskstore.dialect.tck.school.Student;
import dev.taskstore.dialect.tck.school.schema.CourseRepository;
import dev.taskstore.dialect.tck.school.schema.DefaultSchema;
import dev.taskstore.dialect.tck.school.schema.DepartmentRepository;
import dev.taskstore.dialect.tck.school.schema.EnrollmentRepository;
import dev.taskstore.dialect.tck.school.schema.ExamRepository;
import dev.taskstore.dialect.tck.school.schema.OrderRepository;
import dev.taskstore.dialect.tck.school.schema.SightingRepository;
import dev.taskstore.dialect.tck.school.schema.StudentRepository;
import dev.taskstore.dialect.tck.school.schema.TeacherRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/** The rows of a school, whose schema has composite keys, references to itself and no-key tables. */
final class Pupils {

  static final String CHANGELOG = "dev/taskstore/dialect/tck/school/change-log/master.xml";
  static final Schema SCHEMA = DefaultSchema.DEFAULT_SCHEMA;

  private Pupils() {}

  /** Inserts rows in all tables. Mentors come before and after their students in key order. */
  static void insert(Database database, int students) {
    Random random = new Random(7);
    StudentRepository repository = new StudentRepository(database);
    EnrollmentRepository enrollments = new EnrollmentRepository(database);
    ExamRepository exams = new ExamRepository(database);
    OrderRepository orders = new OrderRepository(database);
    SightingRepository sightings = new SightingRepository(database);
    database.transaction(
        tx -> {
          new DepartmentRepository(database).insert(NewDepartment.of("SCI", "Science 🔬"));
          new DepartmentRepository(database)
              .insert(NewDepartment.of("AB", "Algebra").parentCode("SCI"));
          new TeacherRepository(database)
              .insert(NewTeacher.of("emmy@example.com", 1).departmentCode("AB"));
          Course course =
              new CourseRepository(database).insert(NewCourse.of("AB", "Rings 'n' \\ things"));
          List<UUID> ids = new ArrayList<>();
          for (int i = 0; i < students; i++) {
            Student student =
                repository.insert(NewStudent.of(i, i % 3 == 0 ? "Zoë 日本" : "Student " + i));
            ids.add(student.id());
            enrollments.insert(NewEnrollment.of(student.id(), course.id()));
            exams.insert(NewExam.of(student.id(), course.id(), (short) 1));
            orders.insert(NewOrder.of(student.id(), OrderLunch.MEAT));
            sightings.insert(
                NewSighting.of(
                    student.id(), "hall " + i % 2, Instant.parse("2026-01-01T10:00:00.123456Z")));
            sightings.insert(
                NewSighting.of(
                    student.id(), "hall " + i % 2, Instant.parse("2026-01-01T10:00:00.123456Z")));
          }
          for (UUID id : ids) {
            @Nullable UUID mentor = ids.get(random.nextInt(ids.size()));
            repository.update(
                repository.findById(id).orElseThrow().with().mentorId(mentor).build());
          }
        });
  }
}

package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.school.schema.Tables.COURSES;
import static dev.taskstore.dialect.tck.school.schema.Tables.STUDENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Selection;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.school.Course;
import dev.taskstore.dialect.tck.school.CourseChanges;
import dev.taskstore.dialect.tck.school.CourseClass;
import dev.taskstore.dialect.tck.school.CourseLevel;
import dev.taskstore.dialect.tck.school.Department;
import dev.taskstore.dialect.tck.school.DepartmentChanges;
import dev.taskstore.dialect.tck.school.NewCourse;
import dev.taskstore.dialect.tck.school.NewDepartment;
import dev.taskstore.dialect.tck.school.NewOrder;
import dev.taskstore.dialect.tck.school.NewStudent;
import dev.taskstore.dialect.tck.school.NewTeacher;
import dev.taskstore.dialect.tck.school.OrderLunch;
import dev.taskstore.dialect.tck.school.Student;
import dev.taskstore.dialect.tck.school.StudentChanges;
import dev.taskstore.dialect.tck.school.StudentMood;
import dev.taskstore.dialect.tck.school.Teacher;
import dev.taskstore.dialect.tck.school.schema.DepartmentRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Repositories that were generated from a different changelog, with all kinds of keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ForeignSchemaContract extends SchoolContract {

  private static final PageRequest FIRST = PageRequest.first(50);

  ForeignSchemaContract(DialectFixture tck) {
    super(tck);
  }

  @Test
  void keysThatTheCallerGivesAndReferencesToTheSameTable() {
    Department science = school.departments.insert(NewDepartment.of("SCI", "Science"));
    Department physics =
        school.departments.insert(NewDepartment.of("PHY", "Physics").parentCode(science.code()));

    assertThat(school.departments.getById("PHY")).isEqualTo(physics);
    assertThat(school.departments.findAll(FIRST).items()).containsExactly(physics, science);
    assertThat(school.departments.findByParentCode("SCI", FIRST).items()).containsExactly(physics);
    assertThat(school.departments.countByParentCode("SCI")).isEqualTo(1);
    assertThat(school.departments.findWithoutParentCode(FIRST).items()).containsExactly(science);
    assertThat(school.departments.upsertByCode(NewDepartment.of("PHY", "Physics!")).parentCode())
        .isNull();
    assertThat(school.departments.upsertByName(NewDepartment.of("SCI", "Science")))
        .isEqualTo(science);
    assertThat(
            school
                .departments
                .update("PHY", DepartmentChanges.none().parentCode("SCI"))
                .parentCode())
        .isEqualTo("SCI");
    assertNames(
        ForeignKeyViolationException.class,
        "fk_departments_parent_code",
        () -> school.departments.deleteById("SCI"));
    assertNames(
        ForeignKeyViolationException.class,
        "fk_departments_parent_code",
        () -> school.departments.delete(science));
    assertNames(
        ForeignKeyViolationException.class,
        "fk_departments_parent_code",
        () -> school.departments.update("PHY", DepartmentChanges.none().parentCode("NO")));
    assertThatThrownBy(() -> school.departments.insert(NewDepartment.of("X", "too short")))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("ck_departments_code_length");
  }

  @Test
  void entitiesWithoutAVersionAreUpdatedWhateverOthersDid() {
    Teacher teacher = school.teachers.insert(NewTeacher.of("t@x", 7));
    school.clock().set(Contract.START.plusSeconds(1));
    Teacher first = school.teachers.update(teacher.with().badge(8).build());
    Teacher second = school.teachers.update(teacher.with().badge(9).build());

    assertThat(first.updatedAt()).isEqualTo(Contract.START.plusSeconds(1));
    assertThat(school.teachers.getById(teacher.id())).isEqualTo(second);
    school.teachers.delete(teacher);
    assertThatThrownBy(() -> school.teachers.delete(teacher))
        .isInstanceOf(EntityNotFoundException.class);
    assertThatThrownBy(() -> school.teachers.update(teacher))
        .isInstanceOf(EntityNotFoundException.class);
  }

  @Test
  void aUniqueIndexIsAUniqueKey() {
    Teacher teacher = school.teachers.insert(NewTeacher.of("a@x", Integer.MAX_VALUE));
    school.teachers.insert(NewTeacher.of("b@x", Integer.MIN_VALUE));

    assertThat(school.teachers.findByBadge(Integer.MAX_VALUE)).contains(teacher);
    assertThat(school.teachers.findAllByBadge(List.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE)))
        .extracting(Teacher::email)
        .containsExactly("b@x", "a@x");
    assertThat(school.teachers.upsertByBadge(NewTeacher.of("c@x", Integer.MAX_VALUE)).id())
        .isEqualTo(teacher.id());
    assertNames(
        UniqueViolationException.class,
        "ux_teachers_badge",
        () -> school.teachers.insert(NewTeacher.of("d@x", Integer.MAX_VALUE)));
    assertNames(
        UniqueViolationException.class,
        "uq_teachers_email",
        () -> school.teachers.insert(NewTeacher.of("b@x", Integer.MAX_VALUE)));
  }

  @Test
  void nullIsTakenManyTimesByAUniqueKey() {
    Student ada = school.students.insert(NewStudent.of(Long.MAX_VALUE, "Ada").nickname("A"));
    school.students.insert(NewStudent.of(Long.MIN_VALUE, "Bob"));
    Student cyd =
        school.students.insert(
            NewStudent.of(0, "Cyd").mood(StudentMood.SO_SO).active(false).mentorId(ada.id()));

    assertThat(school.students.findByNickname("A")).contains(ada);
    assertThat(school.students.findAllByNumber(List.of(0L, Long.MIN_VALUE)))
        .extracting(Student::name)
        .containsExactly("Cyd", "Bob");
    assertThat(school.students.getById(cyd.id())).isEqualTo(cyd);
    assertThat(school.students.findByMentor(ada.id(), FIRST).items()).containsExactly(cyd);
    assertThat(school.students.findWithoutMentor(FIRST).items()).hasSize(2);
    assertThat(school.students.where(STUDENTS.ACTIVE.isTrue()).count()).isEqualTo(2);
    assertThat(school.students.where(STUDENTS.MOOD.eq(StudentMood.SO_SO)).list())
        .containsExactly(cyd);
    assertThat(
            school
                .students
                .where(DSL.noCondition())
                .orderBy(STUDENTS.NICKNAME.desc(), STUDENTS.NUMBER.asc())
                .list())
        .extracting(Student::name)
        .containsExactly("Ada", "Bob", "Cyd");
    assertThat(
            school.students.update(cyd.id(), StudentChanges.none().mood(null).active(true)).mood())
        .isNull();
    school.students.delete(ada);
    assertThat(school.students.getById(cyd.id()).mentorId()).isNull();
    assertNames(
        ForeignKeyViolationException.class,
        "fk_students_mentor_id",
        () -> school.students.insert(NewStudent.of(1, "D").mentorId(new UUID(1, 1))));
  }

  @Test
  void nullsOfEnumsComeAfterTheirConstantsWhateverTheDirection() {
    long number = 0;
    for (StudentMood mood : StudentMood.values()) {
      school.students.insert(NewStudent.of(++number, mood.literal()).mood(mood));
      school.students.insert(NewStudent.of(-number, "null"));
    }

    assertOrder(List.of("happy", "so-so", "gloomy", "null", "null", "null"), STUDENTS.MOOD.asc());
    assertOrder(List.of("gloomy", "so-so", "happy", "null", "null", "null"), STUDENTS.MOOD.desc());
    assertOrder(
        List.of("null", "null", "null", "gloomy", "so-so", "happy"),
        STUDENTS.MOOD.desc().nullsFirst());
    assertThat(
            names(
                school
                    .students
                    .where(DSL.noCondition())
                    .page(FIRST, KeysetOrder.descending(STUDENTS.MOOD).withoutNulls())
                    .items()))
        .containsExactly("gloomy", "so-so", "happy");
  }

  private void assertOrder(List<String> names, SortField<StudentMood> order) {
    Selection<Student> selection = school.students.where(DSL.noCondition()).orderBy(order);
    assertThat(names(selection.list())).isEqualTo(names);
    for (int size : new int[] {1, 2, 6}) {
      List<Student> forward = new ArrayList<>();
      Optional<PageRequest> next = Optional.of(PageRequest.first(size));
      while (next.isPresent()) {
        Page<Student> page = selection.page(next.get());
        forward.addAll(page.items());
        next = page.next();
      }
      assertThat(names(forward)).isEqualTo(names);
      List<Student> backward = new ArrayList<>();
      Optional<PageRequest> previous = Optional.of(PageRequest.last(size));
      while (previous.isPresent()) {
        Page<Student> page = selection.page(previous.get());
        backward.addAll(0, page.items());
        previous = page.previous();
      }
      assertThat(backward).isEqualTo(forward);
    }
  }

  private static List<String> names(List<Student> students) {
    return students.stream().map(Student::name).toList();
  }

  @Test
  void reservedWordsAreNamesLikeAnyOther() {
    school.departments.insert(NewDepartment.of("SCI", "Science"));
    Course course =
        school.courses.insert(
            NewCourse.of("SCI", "Optics")
                .order(Integer.MIN_VALUE)
                .group("g")
                .class_(CourseClass.CLOSED)
                .select(true)
                .default_(Short.MAX_VALUE)
                .level(CourseLevel.of("2nd-year")));

    assertThat(school.courses.getById(course.id())).isEqualTo(course);
    assertThat(school.courses.findByDepartmentCodeAndTitle("SCI", "Optics")).contains(course);
    assertThat(school.courses.where(COURSES.ORDER.lt(0).and(COURSES.SELECT.isTrue())).list())
        .containsExactly(course);
    assertThat(
            school
                .courses
                .update(course.id(), CourseChanges.none().default_(null).group(""))
                .group())
        .isEmpty();
    assertThat(
            school.courses.upsertByDepartmentCodeAndTitle(NewCourse.of("SCI", "Optics")).select())
        .isFalse();
    assertThat(school.courses.load(Stream.of(NewCourse.of("SCI", "a"), NewCourse.of("SCI", "b"))))
        .isEqualTo(2);
    assertThat(school.courses.countByDepartmentCode("SCI")).isEqualTo(3);
    assertNames(
        UniqueViolationException.class,
        "uq_courses_department_code_title",
        () -> school.courses.insert(NewCourse.of("SCI", "Optics")));
    assertNames(
        ForeignKeyViolationException.class,
        "fk_courses_department_code",
        () -> school.departments.deleteById("SCI"));
    Student ada = school.students.insert(NewStudent.of(1, "Ada"));
    assertThat(school.orders.upsertByStudentId(NewOrder.of(ada.id(), OrderLunch.MEAT)).table())
        .isEqualTo(-1);
    assertThat(school.orders.findByStudent(ada.id(), FIRST).items()).hasSize(1);
    assertThat(school.orders.deleteById(ada.id())).isTrue();
  }

  @Test
  void aDeletionByKeyThatFailsDoesNotEndTheTransactionAroundIt() {
    school.course("Optics");

    school.database.transaction(
        tx -> {
          DepartmentRepository departments = new DepartmentRepository(tx);
          assertThatThrownBy(() -> departments.deleteById("SCI"))
              .isInstanceOf(ForeignKeyViolationException.class);
          departments.insert(NewDepartment.of("PHY", "Physics"));
        });

    assertThat(school.departments.findById("PHY")).isPresent();
  }
}

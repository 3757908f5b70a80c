package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.exception.DatabaseFailure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The base class of contracts that use the schema of a school. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchoolContract {

  final School school;

  SchoolContract(DialectFixture tck) {
    school = new School(tck);
  }

  @BeforeEach
  final void startWithEmptyTables() {
    school.clear();
  }

  @AfterAll
  final void close() {
    school.close();
  }

  static void assertNames(
      Class<? extends ConstraintViolationException> type,
      @Nullable String constraint,
      ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(type)
        .isInstanceOfSatisfying(
            DatabaseFailure.class, e -> assertThat(e.constraint()).isEqualTo(constraint));
  }
}

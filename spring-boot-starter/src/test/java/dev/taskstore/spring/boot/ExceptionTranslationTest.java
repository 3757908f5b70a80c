package dev.taskstore.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.TransientDataAccessException;

class ExceptionTranslationTest {

  /** A new exception of the library must get a translation. */
  @Test
  void everyExceptionHasATranslation() {
    Set<Class<?>> exceptions =
        new ClassFileImporter()
            .importPackagesOf(ConstraintViolationException.class).stream()
                .map(JavaClass::reflect)
                .filter(DatabaseFailure.class::isAssignableFrom)
                .filter(type -> !type.isInterface())
                .collect(Collectors.toSet());

    assertThat(exceptions).hasSizeGreaterThan(20);
    assertThat(DatabaseExceptionTranslator.translatedTypes())
        .containsExactlyInAnyOrderElementsOf(exceptions);
  }

  @Test
  void theExceptionOfTheLibraryIsTheCause() {
    RuntimeException conflict =
        new TransientFailureException("Deadlock", FailureContext.NONE, null);
    assertThat(DatabaseExceptionTranslator.translate(conflict))
        .isInstanceOf(ConcurrencyFailureException.class)
        .isInstanceOf(TransientDataAccessException.class)
        .hasMessage("Deadlock")
        .hasCause(conflict);
    RuntimeException duplicate =
        new UniqueViolationException("Duplicate", FailureContext.NONE, null);
    assertThat(DatabaseExceptionTranslator.translate(duplicate))
        .isInstanceOf(DuplicateKeyException.class)
        .hasCause(duplicate);
    assertThat(
            DatabaseExceptionTranslator.translate(
                new InvalidArgumentException("Too long", FailureContext.NONE)))
        .isInstanceOf(InvalidDataAccessApiUsageException.class);
  }

  @Test
  void otherExceptionsAreNotTranslated() {
    RuntimeException other = new IllegalStateException();
    assertThat(DatabaseExceptionTranslator.translate(other)).isSameAs(other);
    assertThat(new DatabaseExceptionTranslator().translateExceptionIfPossible(other)).isNull();
  }
}

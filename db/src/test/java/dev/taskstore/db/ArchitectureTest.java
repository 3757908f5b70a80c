package dev.taskstore.db;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.taskstore.db.exception.DatabaseFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final List<String> DATABASES = List.of("sqlite", "postgres");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.taskstore");

  @Test
  void theRuntimeDependsOnNoDatabase() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.sqlite..", "org.postgresql..", "org.h2..", "dev.taskstore.dialect..")
        .check(CLASSES);
  }

  @Test
  void theRuntimeDependsOnNoSchema() {
    classes()
        .should()
        .resideInAnyPackage("dev.taskstore.db..", "dev.taskstore.changelog..")
        .check(CLASSES);
  }

  @Test
  void theInterfacesOfDialectsDoNotDependOnTheirImplementation() {
    noClasses()
        .that()
        .resideInAPackage("dev.taskstore.db.spi..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.taskstore.db.internal..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.taskstore.db",
        "dev.taskstore.db.audit",
        "dev.taskstore.db.exception",
        "dev.taskstore.db.managed",
        "dev.taskstore.db.mapping",
        "dev.taskstore.db.migration",
        "dev.taskstore.db.observation",
        "dev.taskstore.db.personal",
        "dev.taskstore.db.spi"
      })
  void exportedPackagesAreNullMarked(String name) throws ClassNotFoundException {
    assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
        .isTrue();
  }

  @Test
  void exceptionsAreThoseOfJooqAndNameTheirPlace() {
    classes()
        .that()
        .resideInAPackage("dev.taskstore.db.exception")
        .and()
        .haveSimpleNameEndingWith("Exception")
        .should()
        .beAssignableTo(DataAccessException.class)
        .andShould()
        .beAssignableTo(DatabaseFailure.class)
        .check(CLASSES);
  }

  /** The library translates what a dialect throws. */
  @Test
  void everyPublicExceptionIsInItsPackageAndIsNamedAnException() {
    classes()
        .that()
        .resideOutsideOfPackages("dev.taskstore.db.internal..", "dev.taskstore.db.spi")
        .and()
        .areAssignableTo(Throwable.class)
        .and()
        .arePublic()
        .should()
        .haveSimpleNameEndingWith("Exception")
        .andShould()
        .resideInAPackage("dev.taskstore.db.exception")
        .check(CLASSES);
  }

  @Test
  void noSourceNamesADatabase() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }

    assertThat(sources).hasSizeGreaterThan(50);
    for (Path source : sources) {
      assertThat(Files.readString(source).toLowerCase(Locale.ROOT))
          .as(source.toString())
          .doesNotContain(DATABASES);
    }
  }
}

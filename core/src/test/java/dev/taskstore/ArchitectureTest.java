package dev.taskstore;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final List<String> DATABASES = List.of("sqlite", "postgres");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.taskstore");

  @Test
  void theDomainDependsOnNoDatabase() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.sqlite..", "org.postgresql..", "org.h2..", "dev.taskstore.dialect..")
        .check(CLASSES);
  }

  @Test
  void theDomainDoesNotReachIntoTheRuntime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.taskstore.db..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.taskstore.db.internal..")
        .check(CLASSES);
  }

  @Test
  void theRuntimeDoesNotDependOnTheDomain() {
    noClasses()
        .that()
        .resideInAPackage("dev.taskstore.db..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.taskstore", "dev.taskstore.schema..", "dev.taskstore.internal..")
        .check(CLASSES);
  }

  @Test
  void generatedModelsAreUsedByTheDomainOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.taskstore", "dev.taskstore.schema..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.taskstore", "dev.taskstore.schema..")
                .and(not(equivalentTo(PasswordHash.class))))
        .check(CLASSES);
  }

  @Test
  void theExportedPackageIsNullMarked() {
    assertThat(TaskStore.class.getPackage().isAnnotationPresent(NullMarked.class)).isTrue();
  }

  @Test
  void noSourceNamesADatabase() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }

    assertThat(sources).hasSizeGreaterThan(10);
    for (Path source : sources) {
      assertThat(Files.readString(source).toLowerCase(Locale.ROOT))
          .as(source.toString())
          .doesNotContain(DATABASES);
    }
  }
}

package dev.taskstore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.taskstore");

  @Test
  void coreKnowsNoDatabase() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.sqlite..", "org.postgresql..", "org.h2..", "dev.taskstore.dialect..")
        .check(CLASSES);
  }

  @Test
  void genericPackagesDoNotKnowTheDomain() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.taskstore.db..", "dev.taskstore.spi..", "dev.taskstore.migration..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.taskstore", "dev.taskstore.schema..")
        .check(CLASSES);
  }

  @Test
  void theInterfacesOfDialectsDoNotKnowTheirImplementation() {
    noClasses()
        .that()
        .resideInAPackage("dev.taskstore.spi..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.taskstore.internal..")
        .check(CLASSES);
  }

  @Test
  void exportedPackagesAreNullMarked() throws ClassNotFoundException {
    for (String name :
        List.of(
            "dev.taskstore", "dev.taskstore.db", "dev.taskstore.migration", "dev.taskstore.spi")) {
      assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
          .as(name)
          .isTrue();
    }
  }
}

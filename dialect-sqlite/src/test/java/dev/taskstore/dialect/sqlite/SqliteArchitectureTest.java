package dev.taskstore.dialect.sqlite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SqliteArchitectureTest {

  @Test
  void theDialectUsesOnlyWhatTheRuntimeExports() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.taskstore.db.internal..", "dev.taskstore", "dev.taskstore.schema..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.taskstore.dialect.sqlite"));
  }
}

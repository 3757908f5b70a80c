package dev.taskstore.db.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the runtime, as docs/architecture.md draws them. */
class RoomsTest {

  private static final String INTERNAL = "dev.taskstore.db.internal";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(INTERNAL);

  @Test
  void arrowsBetweenRoomsRunDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("migration")
        .definedBy(INTERNAL + ".migration")
        .layer("rows")
        .definedBy(INTERNAL + ".rows")
        .layer("root")
        .definedBy(INTERNAL)
        .layer("jooq")
        .definedBy(INTERNAL + ".jooq")
        .layer("statement")
        .definedBy(INTERNAL + ".statement")
        .layer("listener")
        .definedBy(INTERNAL + ".listener")
        .layer("transaction")
        .definedBy(INTERNAL + ".transaction")
        .layer("failure")
        .definedBy(INTERNAL + ".failure")
        .layer("value")
        .definedBy(INTERNAL + ".value")
        .whereLayer("migration")
        .mayOnlyAccessLayers("root", "transaction", "failure")
        .whereLayer("rows")
        .mayOnlyAccessLayers("root", "statement", "transaction", "failure", "value")
        .whereLayer("root")
        .mayOnlyAccessLayers("jooq", "statement", "listener", "transaction", "failure", "value")
        .whereLayer("jooq")
        .mayOnlyAccessLayers("statement", "transaction", "failure")
        .whereLayer("statement")
        .mayOnlyAccessLayers("listener", "transaction", "failure", "value")
        .whereLayer("listener")
        .mayOnlyAccessLayers("failure")
        .whereLayer("transaction")
        .mayOnlyAccessLayers("failure")
        .whereLayer("failure")
        .mayOnlyAccessLayers("value")
        .whereLayer("value")
        .mayNotAccessAnyLayer()
        .check(CLASSES);
  }

  /** Where rows are scoped, and where the dialect's variant of a statement is chosen. */
  @Test
  void onlyTheStatementsOfATableBuildItsSql() {
    noClasses()
        .that()
        .resideInAPackage(INTERNAL + ".rows")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org[.]jooq[.](DSLContext|Query|Select|impl[.]DSL)")
        .check(CLASSES);
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching(INTERNAL + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}

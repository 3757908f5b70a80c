package dev.taskstore.differential;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.taskstore.TagRepository;
import dev.taskstore.TaskRepository;
import dev.taskstore.TaskStore;
import dev.taskstore.UserRepository;
import org.junit.jupiter.api.Test;

class ModelIndependenceTest {

  private static final String MODEL = "dev.taskstore.differential.model";

  @Test
  void theModelUsesNothingOfTheLibraryButItsValues() {
    noClasses()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.taskstore..")
                .and(resideOutsideOfPackages(MODEL, "dev.taskstore")))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            TaskStore.class, UserRepository.class, TaskRepository.class, TagRepository.class)
        .check(new ClassFileImporter().importPackages(MODEL));
  }
}

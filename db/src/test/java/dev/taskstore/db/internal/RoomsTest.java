package dev.taskstore.db.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the arrows between the rooms of the runtime to the picture in docs/architecture.md. */
class RoomsTest {

  private static final String INTERNAL = "dev.taskstore.db.internal";
  private static final String ROOT = "root";
  private static final Path PAGE = Path.of("../docs/architecture.md");
  private static final Pattern PICTURE =
      Pattern.compile("<!-- rooms -->\\s*```mermaid\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ARROW = Pattern.compile("(?m)^\\s*(\\w+) --> (\\w+)\\s*$");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(INTERNAL);

  @Test
  void thePictureShowsExactlyTheArrowsBetweenRooms() throws IOException {
    assertThat(drawn()).isEqualTo(actual());
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
  void theArrowsBetweenRoomsFormNoCycle() throws IOException {
    Set<String> arrows = drawn();
    Set<String> rooms = new TreeSet<>();
    arrows.forEach(arrow -> rooms.addAll(List.of(arrow.split(" "))));
    while (!rooms.isEmpty()) {
      Set<String> targets = new TreeSet<>();
      arrows.forEach(arrow -> targets.add(arrow.split(" ")[1]));
      assertThat(rooms)
          .as("rooms of a cycle: %s", arrows)
          .anyMatch(room -> !targets.contains(room));
      rooms.removeIf(room -> !targets.contains(room));
      arrows.removeIf(arrow -> !rooms.contains(arrow.split(" ")[0]));
    }
    slices().matching(INTERNAL + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static Set<String> drawn() throws IOException {
    Matcher picture = PICTURE.matcher(Files.readString(PAGE));
    assertThat(picture.find()).as("a picture of the rooms in %s", PAGE).isTrue();
    Set<String> arrows = new TreeSet<>();
    ARROW
        .matcher(picture.group(1))
        .results()
        .forEach(arrow -> arrows.add(arrow.group(1) + " " + arrow.group(2)));
    return arrows;
  }

  private static Set<String> actual() {
    Set<String> arrows = new TreeSet<>();
    for (JavaClass origin : CLASSES) {
      for (var dependency : origin.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        if (target.startsWith(INTERNAL) && !room(target).equals(room(origin.getPackageName()))) {
          arrows.add(room(origin.getPackageName()) + " " + room(target));
        }
      }
    }
    return arrows;
  }

  private static String room(String packageName) {
    return packageName.equals(INTERNAL) ? ROOT : packageName.substring(INTERNAL.length() + 1);
  }
}

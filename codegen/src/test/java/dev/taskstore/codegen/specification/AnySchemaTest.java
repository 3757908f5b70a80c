package dev.taskstore.codegen.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taskstore.codegen.SchemaOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;

/** The schemas that the tests of generated code use. */
class AnySchemaTest {

  private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

  private static final List<String> SECTIONS =
      List.of(
          "Overview",
          "Tables",
          "Relationships",
          "Personal data",
          "Entity relationship diagram",
          "Sample data",
          "Common queries",
          "Migrations",
          "Performance",
          "Backup and recovery",
          "Security",
          "Scaling",
          "Test data",
          "Phases");

  @TestFactory
  Stream<DynamicTest> everySectionIsThereInOrder() throws IOException {
    return eachScenario(
        (name, specification) -> {
          assertThat(headings(specification.document(), "##")).isEqualTo(SECTIONS);
          assertThat(headings(specification.document(), "###"))
              .containsSubsequence(
                  "Index strategy",
                  "Query optimization",
                  "Caching",
                  "Partitioning",
                  "Console",
                  "Web",
                  "Chatbot",
                  "Kubernetes",
                  "Managed cloud");
        });
  }

  @TestFactory
  Stream<DynamicTest> everyColumnHasATypeOnEachDatabase() throws IOException {
    return eachScenario(
        (name, specification) ->
            assertThat(specification.document())
                .contains("type on SQLite | type on PostgreSQL |")
                .doesNotContain("_not read_"));
  }

  @TestFactory
  Stream<DynamicTest> theDiagramIsWellFormedAndHasEveryTable() throws IOException {
    return eachScenario(
        (name, specification) -> {
          Document svg =
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(
                      new ByteArrayInputStream(
                          specification.diagram().getBytes(StandardCharsets.UTF_8)));
          assertThat(svg.getElementsByTagName("g").getLength())
              .isEqualTo(count("(?m)^  \"[^\"]+\" \\{$", specification.document()));
        });
  }

  @Test
  void aForeignKeyOfSeveralColumnsIsOneRelationship() {
    assertThat(document("composite-keys"))
        .contains("| `editions` | `loans` | `isbn`, `year` | exactly one |")
        .contains("`isbn`, `year` refers to `editions` (`isbn`, `year`)")
        .contains("\"editions\" ||--o{ \"loans\" : \"isbn, year\"");
  }

  @Test
  void aTableThatRefersToItselfSaysSo() {
    assertThat(document("self-reference"))
        .contains("| `categories` (itself) | `categories` | `parent_id` | none or one |")
        .contains("\"categories\" |o--o{ \"categories\" : \"parent_id\"");
  }

  @Test
  void markedColumnsAreListedAndTheMarksThemselvesAreNot() {
    assertThat(document("personal-data"))
        .contains("| null | default | constraints | personal data | description |")
        .contains("| `people.first_name` | personal | _no remark_ |")
        .contains("| `people.pin` | secret | _no remark_ |")
        .doesNotContain("data:personal");
    assertThat(document("join-tables"))
        .contains("The changelog marks no column as personal data")
        .doesNotContain("| personal data |");
  }

  @Test
  void joinTablesAreManyToManyWithWhatElseTheyHold() {
    assertThat(document("join-tables"))
        .contains("| `books` | `authors` | `book_authors` | nothing |")
        .contains("| `books` | `books` | `citations` | nothing |")
        .contains("| `books` | `authors` | `reviews` | `stars` |");
  }

  @Test
  void aForeignKeyWithoutAnIndexIsNamed() {
    assertThat(document("join-tables"))
        .contains("No index begins with these foreign keys")
        .contains("`books` (`author_id`)");
  }

  @Test
  void aTableWithoutAKeyHasNone() {
    assertThat(document("no-primary-key"))
        .contains("None: every query reads the whole table.")
        .contains("| `uq_labels_number` | unique | `number` |");
  }

  @Test
  void namesThatLanguagesUseThemselvesAreKept() {
    assertThat(document("keywords"))
        .contains("### `order`")
        .contains("| `2nd` | `varchar` | `varchar` | yes |")
        .contains("varchar _2nd");
  }

  @Test
  void uniqueIndexesCountAsKeysOfTheTable() {
    assertThat(document("several-unique-keys"))
        .contains("| `ux_people_badge` | `badge`, unique | all |")
        .contains("| `uq_people_first_name_last_name` | unique | `first_name`, `last_name` |");
  }

  @Test
  void remarksCannotBreakThePage() {
    assertThat(document("checks"))
        .contains("What is sent: &lt;b&gt;bold&lt;/b&gt; &amp; {@link braces} \\*/ end")
        .contains("Where it is; C:\\\\users");
  }

  private static String document(String scenario) {
    return specification(SCENARIOS.resolve(scenario)).document();
  }

  private static Specification specification(Path scenario) {
    return new SpecificationGenerator()
        .generate(
            SpecificationConfiguration.of(
                    "Any", "change-log/master.sql", List.of(scenario), scenario.resolve("none"))
                .withSchema(SchemaOptions.DEFAULT.with(false, false)));
  }

  private interface Check {
    void of(String name, Specification specification) throws Exception;
  }

  private static Stream<DynamicTest> eachScenario(Check check) throws IOException {
    try (Stream<Path> scenarios = Files.list(SCENARIOS)) {
      return scenarios.sorted().toList().stream()
          .map(
              scenario ->
                  dynamicTest(
                      scenario.getFileName().toString(),
                      () -> check.of(scenario.getFileName().toString(), specification(scenario))));
    }
  }

  private static List<String> headings(String document, String level) {
    return Pattern.compile("(?m)^" + level + " (.*)$")
        .matcher(document)
        .results()
        .map(heading -> heading.group(1))
        .toList();
  }

  private static int count(String pattern, String text) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}

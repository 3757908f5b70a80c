package dev.taskstore.codegen.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.SchemaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecificationGeneratorTest {

  private static final Path RESOURCES = Path.of("src/test/resources/specification");

  private final SpecificationConfiguration configuration =
      SpecificationConfiguration.of(
              "Shops", "change-log/master.xml", List.of(RESOURCES), RESOURCES.resolve("fragments"))
          .withSchema(SchemaOptions.DEFAULT.with(false, false));

  @TempDir Path directory;

  private String document() {
    return new SpecificationGenerator().generate(configuration).document();
  }

  @Test
  void showsTheTypeOfAColumnAsEachDatabaseWritesIt() {
    assertThat(document())
        .contains(
            "| `kind` | `TEXT` | `text COLLATE \"C\"` | no | `'fresh;ripe'` | `ck_goods_kind` | Fresh or"
                + " dry. |")
        .contains(
            "| `shop_id` | `integer` | `integer` | no |  | refers to `shops` | _no remark_ |");
  }

  @Test
  void showsConstraintsWithTheirRules() {
    assertThat(document())
        .contains(
            "| `fk_goods_shop_id` | foreign key | `shop_id` refers to `shops` (`id`); on delete cascade |")
        .contains("| `ck_goods_kind` | check | `kind IN ('fresh;ripe', 'dry')` |");
  }

  @Test
  void showsPartialIndexesWithTheReasonThatTheirCommentGives() {
    assertThat(document())
        .contains(
            "| `ix_goods_unsold` | `shop_id`, `id DESC` | `sold = FALSE` | What a shop can still sell. |");
  }

  @Test
  void saysOfAnIndexThatItHasNoReasonAndWhichDatabasesHaveIt() {
    assertThat(document())
        .contains(
            "| `ix_goods_kind` | `kind` | all | _The changelog gives no reason (COMMENT ON INDEX)._ Only"
                + " on PostgreSQL. |");
  }

  @Test
  void escapesWhatMarkdownWouldReadAsMarkup() {
    assertThat(document())
        .contains("What is \\| sold.")
        .contains("| 1 | Baker |\n| 2 | Green \\| Sons |");
  }

  @Test
  void showsTheSampleDataInTheOrderOfTheKey() {
    assertThat(document())
        .contains("2 rows, inserted in the context `sample` only.")
        .doesNotContain("`goods` in the sample data");
  }

  @Test
  void showsTheStatementsOfAChangesetForEachDatabase() {
    assertThat(document())
        .contains("Shops and what they sell.")
        .contains("In `change-log/master.xml`, by bob; only on PostgreSQL.")
        .contains("In `change-log/master.xml`, by bob; only in the context `sample`.")
        .contains("On PostgreSQL:\n\n```sql\nCREATE INDEX ix_goods_kind ON goods(kind);\n```")
        .contains("On PostgreSQL:\n\n```sql\nDROP INDEX ix_goods_kind;\n```")
        .contains("On SQLite and PostgreSQL:\n\n```sql\nDROP TABLE goods;\nDROP TABLE shops;\n```")
        .contains("On SQLite and PostgreSQL: it cannot be taken back, as it has no rollback.");
  }

  @Test
  void takesWhatPeopleHaveWrittenAndSaysWhereTheyHaveNot() {
    assertThat(document())
        .contains("## Overview\n\nKeeps what shops sell.\n\n### Engines and versions")
        .contains("## Security\n\n### Roles\n\n```sh\n# not a heading\n```\n\n## Scaling")
        .contains(
            "## Scaling\n\n_Nothing is written about scaling yet: that is the place of the fragment"
                + " `scaling.md`._");
  }

  @Test
  void showsTheVersionsOfEnginesFirst() {
    SpecificationConfiguration versions =
        new SpecificationConfiguration(
            "Shops",
            configuration.changelog(),
            configuration.resources(),
            configuration.fragments(),
            configuration.databases(),
            List.of(),
            "sample",
            new TreeMap<>(Map.of("Liquibase", "4", "SQLite", "3.53", "PostgreSQL", "15")),
            List.of(),
            SchemaOptions.DEFAULT.with(false, false));

    assertThat(new SpecificationGenerator().generate(versions).document())
        .contains("| SQLite | 3.53 |\n| PostgreSQL | 15 |\n| Liquibase | 4 |\n");
  }

  @Test
  void refusesAFragmentThatNoSectionTakes() throws IOException {
    Files.writeString(directory.resolve("cashing.md"), "None.");

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> generateWithFragments(directory))
        .withMessageStartingWith("No section uses the fragment cashing.md in ")
        .withMessageContaining("performance-caching.md");
  }

  @Test
  void refusesAFragmentWithAHeadingOfTheSpecificationItself() throws IOException {
    Files.writeString(directory.resolve("scaling.md"), "## More");

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> generateWithFragments(directory))
        .withMessageContaining("scaling.md has the heading \"## More\"")
        .withMessageContaining("start with ###");
  }

  @Test
  void refusesADatabaseThatLiquibaseDoesNotKnow() {
    SpecificationConfiguration unknown =
        new SpecificationConfiguration(
            "Shops",
            configuration.changelog(),
            configuration.resources(),
            configuration.fragments(),
            List.of("postgres"),
            List.of(),
            "sample",
            new TreeMap<>(),
            List.of(),
            SchemaOptions.DEFAULT.with(false, false));

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> new SpecificationGenerator().generate(unknown))
        .withMessageStartingWith(
            "Liquibase does not support the database postgres; use one of its names");
  }

  @Test
  void writesTheSameBytesEachTime() {
    Specification first = new SpecificationGenerator().generate(configuration);

    assertThat(new SpecificationGenerator().generate(configuration)).isEqualTo(first);
    assertThat(first.document() + first.diagram())
        .doesNotContain("\r")
        .doesNotContain(Path.of("").toAbsolutePath().toString());
  }

  private void generateWithFragments(Path fragments) {
    new SpecificationGenerator()
        .generate(
            SpecificationConfiguration.of(
                    "Shops", configuration.changelog(), configuration.resources(), fragments)
                .withSchema(SchemaOptions.DEFAULT.with(false, false)));
  }
}

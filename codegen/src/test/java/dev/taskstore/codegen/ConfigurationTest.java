package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

  @TempDir Path directory;

  @Test
  void aColumnCanHaveATypeOfTheApplicationsOwn() throws Exception {
    Scenario scenario = Scenario.named("no-version", directory.resolve("output"));
    scenario
        .configuration()
        .columnType(
            new ColumnTypeMapping(
                Pattern.compile("notes\\.text"), "scenario.Prose", "scenario.ProseConverter"));
    Path type = directory.resolve("Prose.java");
    Files.writeString(type, "package scenario; public record Prose(String text) {}");
    Path converter = directory.resolve("ProseConverter.java");
    Files.writeString(
        converter,
        "package scenario; public class ProseConverter extends"
            + " org.jooq.impl.AbstractConverter<String, Prose> {"
            + " private static final long serialVersionUID = 1L;"
            + " public ProseConverter() { super(String.class, Prose.class); }"
            + " public Prose from(String text) { return text == null ? null : new Prose(text); }"
            + " public String to(Prose prose) { return prose == null ? null : prose.text(); } }");

    GeneratedCode code = scenario.generate().compiles(type, converter);

    assertThat(code.code("Note")).contains("public record Note(UUID id, Prose text)");
    assertThat(code.code("schema.NoteMapping"))
        .contains("TEXT_CONVERTER.from(row.text(2))")
        .contains("Checks.text(NOTES.TEXT, TEXT_CONVERTER.to(text), 0, Integer.MAX_VALUE, null)");
  }

  @Test
  void modelsAndRepositoriesCanBeNamed() {
    Scenario scenario = Scenario.named("several-unique-keys", directory.resolve("output"));
    scenario.configuration().modelNames(Map.of("people", "Contact")).repositorySuffix("Store");

    GeneratedCode code = scenario.generate().compiles();

    assertThat(code.code("schema.ContactStore"))
        .contains(
            "class ContactStore extends KeyedRepository<Contact, NewContact, ContactChanges, UUID>");
  }

  @Test
  void managedColumnsCanBeNamed() {
    Scenario scenario =
        Scenario.sql(
            directory,
            "CREATE TABLE notes (id uuid PRIMARY KEY, born timestamp with time zone NOT NULL,"
                + " revision bigint NOT NULL, version varchar NOT NULL);");
    scenario.configuration().managedColumns(new ManagedColumns("born", "changed", "revision"));

    GeneratedCode code = scenario.generate().compiles();

    assertThat(code.code("NewNote")).contains("public static NewNote of(String version)");
    assertThat(code.code("schema.NoteMapping"))
        .contains("versionColumn() { return NOTES.REVISION; }");
  }

  @Test
  void tablesCanBeLeftOut() {
    Scenario scenario = Scenario.named("join-tables", directory.resolve("output"));
    scenario
        .configuration()
        .includes(List.of("book.*", "authors"))
        .excludes(List.of("book_authors"));

    assertThat(scenario.generate().compiles().result().files())
        .contains(Path.of("scenario/Book.java"), Path.of("scenario/Author.java"))
        .doesNotContain(
            Path.of("scenario/Review.java"), Path.of("scenario/schema/tables/BookAuthors.java"));
  }

  @Test
  void changesetsOfOtherContextsAreLeftOut() {
    Scenario scenario =
        Scenario.sql(
            directory,
            "CREATE TABLE notes (id uuid PRIMARY KEY);\n\n--changeset taskstore:two context:sample\n"
                + "CREATE TABLE samples (id uuid PRIMARY KEY);");

    assertThat(scenario.generate().result().files())
        .doesNotContain(Path.of("scenario/Sample.java"));

    scenario.configuration().contexts(List.of("sample"));

    assertThat(scenario.generate().result().files()).contains(Path.of("scenario/Sample.java"));
  }
}

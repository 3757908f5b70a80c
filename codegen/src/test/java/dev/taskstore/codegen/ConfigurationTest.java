package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
        .contains("TEXT_COLUMN.require(row, 2)")
        .contains(
            "TEXT_COLUMN = MappedColumn.of(NOTES.TEXT, Codecs.COLLATED_TEXT.converted(new ProseConverter()))");
  }

  @Test
  void modelsAndRepositoriesCanBeNamed() {
    Scenario scenario = Scenario.named("several-unique-keys", directory.resolve("output"));
    scenario.configuration().modelNames(Map.of("people", "Contact")).repositorySuffix("Store");

    GeneratedCode code = scenario.generate().compiles();

    assertThat(code.code("schema.ContactStore"))
        .contains(
            "class ContactStore extends KeyedRepository<Contact, NewContact, ContactChanges,"
                + " UUID>");
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

  @Test
  void modelsCanHaveAPrefixASuffixAndInterfaces() throws Exception {
    Scenario scenario = Scenario.named("no-version", directory.resolve("output"));
    scenario
        .configuration()
        .models(
            new ModelOptions(
                "Stored",
                "Row",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new InterfaceMapping(Pattern.compile("n.*"), "scenario.Identified"))));
    Path identified = directory.resolve("Identified.java");
    Files.writeString(
        identified, "package scenario; public interface Identified { java.util.UUID id(); }");

    assertThat(scenario.generate().compiles(identified).code("StoredNoteRow"))
        .contains("public record StoredNoteRow(UUID id, String text) implements Identified");
  }

  @Test
  void aTableCanHaveJooqsClassesAlone() {
    Scenario scenario = Scenario.named("join-tables", directory.resolve("output"));
    scenario
        .configuration()
        .models(options(List.of("reviews", "book_authors"), List.of(), List.of(), List.of()));

    GeneratedCode code = scenario.generate().compiles();

    assertThat(code.result().files())
        .contains(Path.of("scenario/schema/tables/Reviews.java"))
        .doesNotContain(Path.of("scenario/Review.java"));
    assertThat(code.code("schema.BookRepository")).doesNotContain("ThroughBookAuthors");
  }

  @Test
  void theCallerCanGiveKeysThatCouldBeMade() {
    Scenario scenario = Scenario.named("no-version", directory.resolve("output"));
    scenario.configuration().models(options(List.of(), List.of("notes"), List.of(), List.of()));

    GeneratedCode code = scenario.generate().compiles();

    assertThat(code.code("NewNote")).contains("public static NewNote of(UUID id, String text)");
    assertThat(code.code("schema.NoteRepository")).contains("upsertById(NewNote draft)");
  }

  @Test
  void aListOfTextsCanStayTextOrBecomeAnEnumOfTheApplication() throws Exception {
    Scenario scenario = Scenario.named("checks", directory.resolve("output"));
    scenario
        .configuration()
        .models(
            options(
                List.of(),
                List.of(),
                List.of("kind"),
                List.of(
                    new EnumMapping(Pattern.compile("parcels\\.status"), "own.Status"),
                    new EnumMapping(Pattern.compile("reason"), "own.Reason"))));
    Path status = directory.resolve("Status.java");
    Files.writeString(
        status,
        "package own; public enum Status { UNUSED, EMPTY, _2ND_TRY, DELIVERED, IN_TRANSIT }");
    Path reason = directory.resolve("Reason.java");
    Files.writeString(reason, "package own; public enum Reason { LOST, REFUSED }");

    GeneratedCode code = scenario.generate().compiles(status, reason);

    assertThat(code.code("Parcel")).contains("Status status,").contains("String kind");
    assertThat(code.code("NewParcel")).contains("Status.IN_TRANSIT,");
    assertThat(code.code("schema.ParcelStatusConverter"))
        .contains("case \"2nd try\" -> Status._2ND_TRY;")
        .contains("case IN_TRANSIT -> \"in-transit\";")
        .contains("The CHECK of parcels.status does not list this constant.");
    assertThat(code.code("schema.ParcelMapping"))
        .contains("PARCELS.STATUS, Codecs.COLLATED_TEXT.converted(new ParcelStatusConverter())")
        .contains("REASON_COLUMN.write(row, entity.reason())");
    assertThat(code.result().files()).doesNotContain(Path.of("scenario/ParcelStatus.java"));
  }

  @Test
  void anOptionThatMatchesNothingIsRefused() {
    for (ModelOptions options :
        List.of(
            options(List.of("nots"), List.of(), List.of(), List.of()),
            options(List.of(), List.of("nots"), List.of(), List.of()),
            options(List.of(), List.of(), List.of("nots"), List.of()),
            options(
                List.of(),
                List.of(),
                List.of(),
                List.of(new EnumMapping(Pattern.compile("nots"), "own.Enum"))))) {
      Scenario scenario = Scenario.named("no-version", directory.resolve("output"));
      scenario.configuration().models(options);

      assertThatExceptionOfType(GenerationException.class)
          .isThrownBy(scenario::generate)
          .withMessageContaining(" has \"nots\", which matches no generated ")
          .withMessageEndingWith("; correct or remove it.");
    }
  }

  @Test
  void anEnumForAColumnWithoutAListIsRefused() {
    Scenario scenario = Scenario.named("no-version", directory.resolve("output"));
    scenario
        .configuration()
        .models(
            options(
                List.of(),
                List.of(),
                List.of(),
                List.of(new EnumMapping(Pattern.compile("text"), "own.Enum"))));

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(scenario::generate)
        .withMessageContaining(
            "has an enum in enumTypes, but no CHECK that lists the texts; write CHECK (text IN"
                + " (...)) instead.");
  }

  @Test
  void anIdentityColumnIsNumberedByTheDatabase() {
    Scenario scenario =
        Scenario.sql(
            directory,
            "CREATE TABLE notes (id bigint GENERATED BY DEFAULT AS IDENTITY CONSTRAINT pk PRIMARY"
                + " KEY, text varchar NOT NULL);",
            "CREATE TABLE notes (id INTEGER CONSTRAINT pk PRIMARY KEY AUTOINCREMENT, text TEXT NOT"
                + " NULL);");

    GeneratedCode code = scenario.generate().compiles();

    assertThat(code.code("Note")).contains("public record Note(long id, String text)");
    assertThat(code.code("NewNote")).contains("public record NewNote(String text)");
    assertThat(code.code("schema.NoteMapping"))
        .contains("new Note(0, draft.text())")
        .contains("INSERT_COLUMNS = List.of(NOTES.TEXT)")
        .contains("return entity.with().id(identity).build()");
    assertThat(code.code("schema.NoteRepository")).doesNotContain("upsert");
  }

  private static ModelOptions options(
      List<String> tablesOnly,
      List<String> givenKeys,
      List<String> textColumns,
      List<EnumMapping> enums) {
    return new ModelOptions(
        "",
        "",
        tablesOnly.stream().map(Pattern::compile).toList(),
        givenKeys.stream().map(Pattern::compile).toList(),
        textColumns.stream().map(Pattern::compile).toList(),
        enums,
        List.of());
  }
}

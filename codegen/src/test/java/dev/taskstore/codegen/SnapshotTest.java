package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.codegen.SchemaOptions.PostgresServer;
import dev.taskstore.codegen.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snapshot of the schema next to the changelog. */
class SnapshotTest {

  private static final String NOTES =
      """
      CREATE TABLE notes (
        id uuid PRIMARY KEY,
        text varchar DEFAULT 'it''s "new"' NOT NULL,
        mood varchar,
        CONSTRAINT ck_notes_mood CHECK (mood IN ('glad', 'sad'))
      );
      CREATE INDEX ix_notes_text ON notes (text DESC, id);
      """;

  /** Nothing listens there: whoever opens a database fails. */
  private static final SchemaOptions WITHOUT_SERVER =
      new SchemaOptions(
          List.of(SchemaDatabase.values()),
          true,
          false,
          new PostgresServer("jdbc:postgresql://127.0.0.1:1/none", "nobody", ""));

  @TempDir Path directory;

  @Test
  void sourcesFromTheSnapshotAreThoseFromTheDatabases() {
    GeneratedCode first = scenario(SchemaOptions.DEFAULT).generate();
    var expected = first.sources();

    GeneratedCode second =
        Scenario.of(directory.resolve("resources"), directory.resolve("second"))
            .with(WITHOUT_SERVER)
            .generate();

    assertThat(second.result().upToDate()).isFalse();
    assertThat(second.sources()).isEqualTo(expected);
  }

  @Test
  void theSnapshotHasOneFactALine() throws IOException {
    scenario(SchemaOptions.DEFAULT).generate();

    assertThat(Files.readString(snapshot()).lines())
        .contains(
            "taskstore-schema 1",
            "databases sqlite postgresql",
            "table notes",
            "  changeset change-log/master.sql one taskstore",
            "  column id UUID not-null",
            "    default \"'it''s \\\"new\\\"'\"",
            "  index ix_notes_text -text +id",
            "  check ck_notes_mood \"\\\"mood\\\" IN ('glad', 'sad')\"");
  }

  @Test
  void aChangedChangelogIsReadFromTheDatabasesAgain() throws IOException {
    scenario(SchemaOptions.DEFAULT).generate();
    String sql = NOTES + "CREATE TABLE tags (id uuid PRIMARY KEY);\n";

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> scenario(sql, WITHOUT_SERVER).generate())
        .withMessageContaining("Check taskstore.generator.postgres.url, .user and .password");
    scenario(sql, SchemaOptions.DEFAULT).generate();

    assertThat(Files.readString(snapshot())).contains("table tags\n");
  }

  @Test
  void endsOfLinesDoNotMatter() throws IOException {
    scenario(SchemaOptions.DEFAULT).generate();
    Path changelog = directory.resolve("resources/change-log/master.sql");
    Files.writeString(changelog, Files.readString(changelog).replace("\n", "\r\n"));
    Files.writeString(snapshot(), Files.readString(snapshot()).replace("\n", "\r\n"));

    assertThatCode(
            () ->
                Scenario.of(directory.resolve("resources"), directory.resolve("output"))
                    .with(WITHOUT_SERVER)
                    .generate())
        .doesNotThrowAnyException();
  }

  @Test
  void aFrozenSnapshotThatIsMissingOrOldFailsWithTheCommand() {
    SchemaOptions frozen = SchemaOptions.DEFAULT.with(true, true);

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> scenario(frozen).generate())
        .withMessageContaining("master.sql.schema is missing for the changelog")
        .withMessageEndingWith(
            "Run the goal generate without -Dtaskstore.schema.frozen and commit the file.");
    scenario(SchemaOptions.DEFAULT).generate();
    assertThatCode(() -> scenario(frozen).generate()).doesNotThrowAnyException();
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> scenario(NOTES + "SELECT 1;\n", frozen).generate())
        .withMessageContaining("master.sql.schema is older than the changelog");
  }

  @Test
  void aSnapshotThatDiffersFromTheDatabasesFailsTheCheckWithItsLines() throws IOException {
    scenario(SchemaOptions.DEFAULT).generate();
    GeneratorConfiguration configuration = scenario(SchemaOptions.DEFAULT).configuration().build();
    assertThatCode(() -> SchemaSource.check(configuration)).doesNotThrowAnyException();
    Files.writeString(
        snapshot(), Files.readString(snapshot()).replace("column id UUID", "column id BIGINT"));

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> SchemaSource.check(configuration))
        .withMessageContaining("-   column id BIGINT not-null\n+   column id UUID not-null\n");
    Files.delete(snapshot());
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> SchemaSource.check(configuration))
        .withMessageContaining("master.sql.schema is missing.");
  }

  @Test
  void aDamagedSnapshotIsReplaced() throws IOException {
    scenario(SchemaOptions.DEFAULT).generate();
    String snapshot = Files.readString(snapshot());
    for (String damage :
        List.of("", "taskstore-schema 0\n", snapshot + "  column x\n", snapshot + "check \"\n")) {
      Files.writeString(snapshot(), damage);

      scenario(SchemaOptions.DEFAULT).generate();

      assertThat(Files.readString(snapshot())).isEqualTo(snapshot);
    }
  }

  @Test
  void includedFilesFoldersAndPropertiesCount() throws IOException {
    Path changelog = directory.resolve("resources/change-log");
    Files.createDirectories(changelog.resolve("parts"));
    Files.writeString(changelog.resolve("names.properties"), "kind=varchar\n");
    Files.writeString(changelog.resolve("rows.csv"), "id\n");
    Files.writeString(
        changelog.resolve("parts/001.xml"),
        log(
            "<changeSet id='1' author='a'><sql>CREATE TABLE notes (id uuid PRIMARY KEY, text ${kind})"
                + "</sql></changeSet><changeSet id='2' author='a'><loadData file='../rows.csv'"
                + " relativeToChangelogFile='true' tableName='notes'/></changeSet>"));
    Files.writeString(
        changelog.resolve("master.xml"),
        log(
            "<property file='names.properties' relativeToChangelogFile='true'/>"
                + "<includeAll path='parts' relativeToChangelogFile='true'/>"));
    generator(SchemaOptions.DEFAULT);

    Files.writeString(changelog.resolve("rows.csv"), "id,text\n");
    Files.writeString(changelog.resolve("parts/unread.schema"), "");
    assertThatCode(() -> generator(WITHOUT_SERVER)).doesNotThrowAnyException();

    Files.writeString(changelog.resolve("names.properties"), "kind=text\n");
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> generator(WITHOUT_SERVER));
    Files.writeString(changelog.resolve("names.properties"), "kind=varchar\n");
    Files.writeString(changelog.resolve("parts/002.xml"), log(""));
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> generator(WITHOUT_SERVER));
  }

  private void generator(SchemaOptions options) {
    SchemaSource.catalog(
        GeneratorConfiguration.forChangelog("change-log/master.xml")
            .resources(List.of(directory.resolve("resources")))
            .schema(options)
            .build());
  }

  private static String log(String content) {
    return "<databaseChangeLog>" + content + "</databaseChangeLog>";
  }

  private Path snapshot() {
    return directory.resolve("resources/change-log/master.sql.schema");
  }

  private Scenario scenario(SchemaOptions options) {
    return scenario(NOTES, options);
  }

  private Scenario scenario(String sql, SchemaOptions options) {
    return Scenario.sql(directory, sql).with(options);
  }
}

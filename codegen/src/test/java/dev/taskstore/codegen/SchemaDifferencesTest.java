package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a changelog makes different on SQLite and PostgreSQL. */
class SchemaDifferencesTest {

  private static final String PLACE = "of changelog change-log/master.sql (changeset two) ";

  @TempDir Path directory;

  @Test
  void allDifferencesAreInOneReportWithTheirChangesets() {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(
            () ->
                generate(
                    """
                    CREATE TABLE notes (
                      id uuid PRIMARY KEY,
                      text varchar NOT NULL,
                      day date,
                      size integer DEFAULT 1 NOT NULL,
                      only_here varchar,
                      CONSTRAINT ck_notes_text CHECK (text <> '')
                    );
                    CREATE TABLE logs (id uuid PRIMARY KEY);
                    """,
                    """
                    CREATE TABLE notes (
                      id BLOB PRIMARY KEY,
                      text TEXT,
                      day TEXT,
                      size INTEGER DEFAULT 2 NOT NULL,
                      only_there TEXT
                    );
                    """))
        .withMessage(
            "The changelog change-log/master.sql has 7 problems.\n\n"
                + "Differences between the databases (7):\n"
                + String.join(
                    "\n",
                    List.of(
                        "- Table logs "
                            + PLACE
                            + "exists on PostgreSQL only; create it on SQLite too, or skip it with"
                            + " excludes.",
                        "- Column notes.text "
                            + PLACE
                            + "accepts NULL on SQLite only; write NOT NULL for both or for"
                            + " neither.",
                        "- Column notes.day "
                            + PLACE
                            + "has the type date on PostgreSQL, which is stored as INTEGER on"
                            + " SQLite, but SQLite declares TEXT; write INTEGER for SQLite, or one"
                            + " of the types of dev/taskstore/change-log/types.xml for both.",
                        "- Column notes.size "
                            + PLACE
                            + "has the DEFAULT 1 on PostgreSQL, which is stored as 1 on SQLite, but"
                            + " SQLite declares 2; write 1 for SQLite.",
                        "- Column notes.only_here "
                            + PLACE
                            + "exists on PostgreSQL only; add it on SQLite too.",
                        "- Column notes.only_there of changelog change-log/master.sql exists on"
                            + " SQLite only; add it on PostgreSQL too.",
                        "- Table notes "
                            + PLACE
                            + "has the CHECK ck_notes_text on PostgreSQL only; write it for"
                            + " both.")));
  }

  @Test
  void keysThatDifferAreReported() {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(
            () ->
                generate(
                    """
                    CREATE TABLE notes (
                      id uuid PRIMARY KEY,
                      name varchar NOT NULL,
                      parent_id uuid,
                      CONSTRAINT uq_notes_name UNIQUE (name),
                      CONSTRAINT fk_notes_parent_id FOREIGN KEY (parent_id) REFERENCES notes (id)
                        ON DELETE CASCADE
                    );
                    CREATE TABLE tags (a uuid, b uuid, PRIMARY KEY (a, b));
                    """,
                    """
                    CREATE TABLE notes (
                      id BLOB PRIMARY KEY,
                      name TEXT NOT NULL,
                      parent_id BLOB,
                      CONSTRAINT uq_name UNIQUE (name),
                      CONSTRAINT fk_notes_parent_id FOREIGN KEY (parent_id) REFERENCES notes (id)
                    );
                    CREATE TABLE tags (a BLOB NOT NULL, b BLOB NOT NULL, PRIMARY KEY (b, a));
                    """))
        .withMessageContaining(
            "has the unique key [name] with the name uq_notes_name on PostgreSQL and uq_name on"
                + " SQLite; write the same name for both.")
        .withMessageContaining(
            "has the foreign key fk_notes_parent_id with ON DELETE CASCADE ON UPDATE NO ACTION on"
                + " PostgreSQL and ON DELETE NO ACTION ON UPDATE NO ACTION on SQLite")
        .withMessageContaining(
            "has the primary key [a, b] on PostgreSQL and [b, a] on SQLite; write the same");
  }

  @Test
  void checksThatOnlyExpressTheTypeOfPostgresAreNoDifference() {
    assertThat(
            generate(
                    """
                    CREATE TABLE notes (
                      id uuid PRIMARY KEY, title varchar(10), done boolean, size smallint);
                    """,
                    """
                    CREATE TABLE notes (
                      id BLOB PRIMARY KEY,
                      title TEXT,
                      done INTEGER,
                      size INTEGER,
                      CONSTRAINT ck_notes_title_length CHECK (length(title) <= 10),
                      CONSTRAINT ck_notes_done_boolean CHECK (done IN (0, 1)),
                      CONSTRAINT ck_notes_size_range CHECK (size BETWEEN -32768 AND 32767)
                    ) STRICT;
                    """)
                .code("Note"))
        .contains("@Nullable String title, @Nullable Boolean done, @Nullable Short size");
  }

  @Test
  void aCheckWithoutANameIsReported() {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(
            () ->
                generate(
                    "CREATE TABLE notes (id uuid PRIMARY KEY, size integer CHECK (size > 0));",
                    "CREATE TABLE notes (id BLOB PRIMARY KEY, size INTEGER CHECK (size > 0));"))
        .withMessageContaining(
            "has 1 CHECK without a name, to which PostgreSQL gives one that SQLite does not report;"
                + " write CONSTRAINT with a name.");
  }

  @Test
  void aCheckWithoutANameInSqlForBothDatabasesHasTheNameOfPostgresql() {
    Scenario.sql(
            directory, "CREATE TABLE notes (id uuid PRIMARY KEY, size integer CHECK (size > 0));")
        .generate();

    assertThat(directory).isDirectoryRecursivelyContaining("glob:**/NoteRepository*.java");
  }

  @Test
  void aNumberThatOnlyPostgresGivesIsReported() {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(
            () ->
                generate(
                    "CREATE TABLE notes (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);",
                    "CREATE TABLE notes (id INTEGER PRIMARY KEY);"))
        .withMessageContaining(
            "can get the number of a deleted row again on SQLite; write INTEGER PRIMARY KEY"
                + " AUTOINCREMENT for SQLite, or ${type.identity} with ${identity.options} after"
                + " PRIMARY KEY for both.");
  }

  @Test
  void differencesOfTablesThatAreLeftOutDoNotMatter() {
    Scenario scenario =
        scenario(
            "CREATE TABLE notes (id uuid PRIMARY KEY); CREATE TABLE logs (id uuid PRIMARY KEY);",
            "CREATE TABLE notes (id BLOB PRIMARY KEY);");
    scenario.configuration().excludes(List.of("logs"));

    assertThat(scenario.generate().result().files()).contains(Path.of("scenario/Note.java"));
  }

  @Test
  void oneDatabaseAloneIsEnoughWhereOnlyItIsUsed() {
    String sql =
        """
        CREATE TABLE notes (
          id uuid PRIMARY KEY,
          text varchar DEFAULT 'none' NOT NULL,
          done boolean DEFAULT TRUE NOT NULL,
          mood varchar NOT NULL,
          CONSTRAINT ck_notes_mood CHECK (mood IN ('glad', 'sad')),
          CONSTRAINT uq_notes_text UNIQUE (text)
        );
        """;
    Scenario both = Scenario.sql(directory, sql);
    var expected = both.generate().sources();
    for (SchemaDatabase database : SchemaDatabase.values()) {
      Scenario one = Scenario.sql(directory, sql);
      one.configuration()
          .schema(
              new SchemaOptions(List.of(database), false, false, SchemaOptions.DEFAULT.postgres()));

      var sources = one.generate().sources();

      assertThat(uncollated(sources.get("scenario/schema/NoteMapping.java")))
          .as(database.title())
          .isEqualToIgnoringWhitespace(
              uncollated(expected.get("scenario/schema/NoteMapping.java")));
      assertThat(sources.get("scenario/NewNote.java"))
          .as(database.title())
          .isEqualTo(expected.get("scenario/NewNote.java"));
    }
  }

  /** Only PostgreSQL sorts text by a locale. */
  private static String uncollated(String source) {
    return source.replace("Codecs.COLLATED_TEXT", "Codecs.TEXT");
  }

  private GeneratedCode generate(String postgres, String sqlite) {
    return scenario(postgres, sqlite).generate();
  }

  private Scenario scenario(String postgres, String sqlite) {
    return Scenario.sql(directory, postgres, sqlite);
  }
}

package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.codegen.generation.RepositoryGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogReadingTest {

  private static final String NOTES = XmlChangelog.table("notes", "");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<include file='lib/notes.xml'/>",
        "<include file='classpath:lib/notes.xml'/>",
        "<include file='classpath:/lib/notes.xml'/>",
        "<includeAll path='lib'/>",
        "<includeAll path='classpath:lib/'/>"
      })
  void filesAreIncludedFromJarsOfTheClassPath(String include) throws IOException {
    Path jar = jar("lib/notes.xml", XmlChangelog.of(NOTES));
    write("master.xml", include);

    assertThat(generate(configuration().classPath(List.of(jar))))
        .contains(Path.of("scenario/Note.java"));
  }

  @Test
  void aFileOfTheResourcesReplacesThatOfTheClassPath() throws IOException {
    Path jar = jar("lib/notes.xml", XmlChangelog.of(NOTES));
    write("lib/notes.xml", XmlChangelog.table("memos", ""));
    write("master.xml", "<include file='lib/notes.xml'/>");

    assertThat(generate(configuration().classPath(List.of(jar))))
        .contains(Path.of("scenario/Memo.java"))
        .doesNotContain(Path.of("scenario/Note.java"));

    write("master.xml", "<includeAll path='lib'/>");

    assertThat(generate(configuration().classPath(List.of(jar))))
        .contains(Path.of("scenario/Memo.java"))
        .doesNotContain(Path.of("scenario/Note.java"));
  }

  @Test
  void anotherJarOfTheClassPathGeneratesAgain() throws IOException {
    write("master.xml", "<include file='lib/notes.xml'/>");
    Path jar = jar("lib/notes.xml", XmlChangelog.of(NOTES));
    generate(configuration().classPath(List.of(jar)));
    jar = jar("lib/notes.xml", XmlChangelog.of(XmlChangelog.table("memos", "")));

    assertThat(generate(configuration().classPath(List.of(jar))))
        .contains(Path.of("scenario/Memo.java"))
        .doesNotContain(Path.of("scenario/Note.java"));
  }

  @Test
  void directoriesAreIncludedRelativeAndWithFilters() throws IOException {
    write("parts/001-notes.xml", NOTES);
    write("parts/002-memos.xml", XmlChangelog.table("memos", ""));
    write("sub/all.xml", "<includeAll path='../parts' relativeToChangelogFile='true'/>");
    write("master.xml", "<include file='sub/all.xml'/>");
    Files.createDirectories(directory.resolve("resources/empty"));

    assertThat(generate(configuration()))
        .contains(Path.of("scenario/Note.java"), Path.of("scenario/Memo.java"));

    write(
        "master.xml",
        "<includeAll path='parts' endsWithFilter='memos.xml'/>"
            + "<includeAll path='empty' errorIfMissingOrEmpty='false'/>");

    assertThat(generate(configuration()))
        .contains(Path.of("scenario/Memo.java"))
        .doesNotContain(Path.of("scenario/Note.java"));

    write("master.xml", "<includeAll path='empty'/>");

    refused("The changelog master.xml cannot be read for PostgreSQL: ", "empty");
  }

  @Test
  void everyMissingIncludeIsNamedWithTheIncludingFileAndThePath() throws IOException {
    write("sub/part.xml", "<include file='gone.xml' relativeToChangelogFile='true'/>" + NOTES);
    write(
        "master.xml",
        "<include file='sub/part.xml'/><include file='may-be.xml' errorIfMissing='false'/>");

    refused(
        "The changelog file sub/part.xml includes sub/gone.xml, which is not in ["
            + directory.resolve("resources")
            + "]. Correct the path, or set relativeToChangelogFile=\"true\"");
  }

  @Test
  void everyUnknownElementOfAFileIsReported() throws IOException {
    write(
        "master.xml",
        "<changeSet id='a' author='ada'><sqll>SELECT 1</sqll></changeSet>"
            + "\n<changeSet id='b' author='ada'><createTabel tableName='a'/></changeSet>\n"
            + NOTES);

    refused(
        "The changelog master.xml has 2 problems.\n\nFiles that cannot be read (2):\n",
        "changeset a: the element sqll does not exist",
        "changeset b: the element createTabel does not exist");
  }

  @Test
  void missingFilesOfDataAndSqlAreNamedWithTheChangeset() throws IOException {
    String files =
        "<changeSet id='data' author='ada'%1$s><loadData file='data/notes.csv' tableName='notes'/>"
            + "</changeSet><changeSet id='sql' author='ada'%1$s><sqlFile path='fill.sql'"
            + " relativeToChangelogFile='true'/></changeSet>";
    write("sub/part.xml", NOTES + files.formatted(""));
    write("master.xml", "<include file='sub/part.xml'/>");

    refused(
        "The changelog master.xml has 2 problems.",
        "- sub/part.xml (changeset data) has a loadData with the file data/notes.csv, which does"
            + " not exist at data/notes.csv; correct the path, or set"
            + " relativeToChangelogFile=\"true\"",
        "- sub/part.xml (changeset sql) has a sqlFile with the file fill.sql, which does not exist"
            + " at sub/fill.sql; correct the path, which is relative to the changelog file.");

    write("sub/part.xml", NOTES + files.formatted(" context='sample'"));

    assertThat(generate(configuration())).contains(Path.of("scenario/Note.java"));
  }

  @Test
  void aChangelogWhoseChangesetsDoNotRunNamesTheirContextsAndDatabases() throws IOException {
    write(
        "master.xml",
        NOTES.replace("author=\"ada\"", "author=\"ada\" context=\"schema\"")
            + XmlChangelog.table("memos", "")
                .replace("author=\"ada\"", "author=\"ada\" context=\"schema\"")
            + XmlChangelog.table("drafts", "")
                .replace("author=\"ada\"", "author=\"ada\" dbms=\"oracle\""));

    refused(
        "The changelog master.xml has no table to generate. 2 changesets run only in the context"
            + " \"schema\": add it to contexts. 1 changeset runs only with dbms=\"oracle\"; the"
            + " databases are SQLite and PostgreSQL.");
    assertThat(generate(configuration().contexts(List.of("schema"))))
        .contains(Path.of("scenario/Note.java"), Path.of("scenario/Memo.java"));
  }

  @Test
  void includesAndExcludesThatSkipAllTablesAreNamed() throws IOException {
    write("master.xml", NOTES);

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> generate(configuration().excludes(List.of(".*"))))
        .withMessage(
            "The changelog master.xml has no table to generate. Correct includes and excludes,"
                + " which skip all 1 tables.");
  }

  @Test
  void changesetsWithTheSameIdentityAreReported() throws IOException {
    write("master.xml", NOTES + NOTES + XmlChangelog.table("memos", "").repeat(2));

    refused(
        "The changelog master.xml has 2 problems.",
        "- master.xml (changeset notes) has the same id and author (ada) as another changeset of"
            + " the file; give one of them another id.",
        "- master.xml (changeset memos) has the same id");
  }

  @Test
  void otherSchemasAreReportedForChangesAndForSql() throws IOException {
    write(
        "master.xml",
        NOTES.replace("tableName=", "schemaName=\"shop\" tableName=")
            + "<changeSet id='sql' author='ada'><sql>CREATE TABLE shop.memos (id bigint);"
            + " CREATE INDEX ix ON shop.memos (id)</sql></changeSet>"
            + XmlChangelog.table("drafts", "")
                .replace("tableName=", "schemaName=\"public\" tableName="));

    refused(
        "The changelog master.xml has 2 problems.",
        "- master.xml (changeset notes) uses the schema shop; remove the name of the schema",
        "- master.xml (changeset sql) uses the schema shop; ");
  }

  @Test
  void parametersInDataAndTextAreNoProblem() throws IOException {
    write(
        "master.xml",
        XmlChangelog.table("notes", "<column name='text' type='text' remarks='Such as ${name}.'/>")
            + "<changeSet id='rows' author='ada'><insert tableName='notes'><column name='id'"
            + " valueNumeric='1'/><column name='text' value='Dear ${name}'/></insert>"
            + "<sql>INSERT INTO notes (id, text) VALUES (2, 'Dear ${name}') -- ${name}\n</sql>"
            + "</changeSet>");

    assertThat(generate(configuration())).contains(Path.of("scenario/Note.java"));
  }

  @Test
  void aCustomChangeOfTheClassPathRuns() throws IOException {
    write(
        "master.xml",
        NOTES
            + "<changeSet id='custom' author='ada'><customChange"
            + " class='own.AddColumn'/></changeSet>");
    Path source = directory.resolve("own/AddColumn.java");
    XmlChangelog.write(
        source,
        """
        package own;
        import liquibase.change.custom.CustomSqlChange;
        import liquibase.database.Database;
        import liquibase.exception.ValidationErrors;
        import liquibase.resource.ResourceAccessor;
        import liquibase.statement.SqlStatement;
        import liquibase.statement.core.RawParameterizedSqlStatement;
        public class AddColumn implements CustomSqlChange {
          public SqlStatement[] generateStatements(Database database) {
            return new SqlStatement[] {
              new RawParameterizedSqlStatement("ALTER TABLE notes ADD COLUMN extra INTEGER")};
          }
          public String getConfirmationMessage() { return "Added."; }
          public void setUp() {}
          public void setFileOpener(ResourceAccessor files) {}
          public ValidationErrors validate(Database database) { return new ValidationErrors(); }
        }
        """);
    Path classes = Files.createDirectories(directory.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(
            compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString()))
        .isZero();

    generate(configuration().classPath(List.of(classes)));

    assertThat(Files.readString(directory.resolve("output/scenario/Note.java"))).contains("extra");
  }

  @Test
  void everyCustomClassThatIsMissingIsNamed() throws IOException {
    write(
        "master.xml",
        NOTES
            + "<changeSet id='one' author='ada'><customChange class='own.Fill'/></changeSet>"
            + "<changeSet id='two' author='ada'><customChange class='own.Empty'/></changeSet>");

    refused(
        "The changelog master.xml has 2 problems.",
        "- master.xml (changeset one) has a customChange with the class own.Fill, which is not on"
            + " the class path of the build; add the library or module",
        "- master.xml (changeset two) has a customChange with the class own.Empty,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-5.0.xsd",
        "https://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-9.9.xsd",
        "http://unreachable.invalid/dbchangelog-latest.xsd"
      })
  void theVersionOfTheXmlSchemaDoesNotMatter(String location) throws IOException {
    XmlChangelog.write(
        directory.resolve("resources/master.xml"),
        XmlChangelog.of(NOTES)
            .replace(
                "http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd", location));

    assertThat(generate(configuration())).contains(Path.of("scenario/Note.java"));
  }

  @Test
  void logicalPathsAndQuotingStrategiesAreKept() throws IOException {
    write(
        "part.xml",
        XmlChangelog.table("notes", "<column name='label' type='text'/>")
            .replace(
                "author=\"ada\"",
                "author=\"ada\" objectQuotingStrategy=\"QUOTE_ONLY_RESERVED_WORDS\""));
    XmlChangelog.write(
        directory.resolve("resources/other.xml"),
        XmlChangelog.of(XmlChangelog.table("memos", "<column name='odd' type='inet'/>"))
            .replace("<databaseChangeLog", "<databaseChangeLog logicalFilePath=\"old/name.xml\""));
    write("master.xml", "<include file='part.xml'/><include file='other.xml'/>");

    generate(configuration().excludes(List.of("memos")));

    assertThat(Files.readString(directory.resolve("output/scenario/schema/tables/Notes.java")))
        .contains("DSL.name(\"label\")");
    refused("Column memos.odd of changelog old/name.xml (changeset memos) has the type inet");
  }

  private GeneratorConfigurationBuilder configuration() {
    return XmlChangelog.configuration(directory);
  }

  private void write(String file, String content) {
    XmlChangelog.write(directory.resolve("resources").resolve(file), XmlChangelog.of(content));
  }

  private Path jar(String name, String content) throws IOException {
    Path jar = directory.resolve("library.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry(name.substring(0, name.lastIndexOf('/') + 1)));
      entries.closeEntry();
      entries.putNextEntry(new JarEntry(name));
      entries.write(content.getBytes(StandardCharsets.UTF_8));
      entries.closeEntry();
    }
    return jar;
  }

  private static List<Path> generate(GeneratorConfigurationBuilder configuration) {
    return new RepositoryGenerator().generate(configuration.build()).files();
  }

  private void refused(String beginning, String... parts) {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> generate(configuration()))
        .withMessageStartingWith(beginning)
        .satisfies(
            failure -> {
              for (String part : parts) {
                assertThat(failure).hasMessageContaining(part);
              }
            });
  }
}

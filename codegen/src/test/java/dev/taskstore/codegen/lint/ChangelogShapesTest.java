package dev.taskstore.codegen.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import liquibase.change.custom.CustomSqlChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changelogs in the shapes that people write. */
class ChangelogShapesTest {

  private static final String TABLE =
      "CREATE TABLE notes (id bigint NOT NULL CONSTRAINT pk_notes PRIMARY KEY)";

  @TempDir Path directory;

  @Test
  void formattedSql() throws IOException {
    write(
        "master.sql",
        """
        --liquibase formatted sql

        --changeset ada:one dbms:postgresql
        --comment lint:allow missing-remarks the names say it all
        %s;
        --rollback DROP TABLE notes;

        --changeset ada:two dbms:postgresql splitStatements:false endDelimiter:/
        CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT 1; $$;
        /
        ALTER TABLE notes ADD COLUMN day date DEFAULT now();
        /

        --changeset ada:three dbms:postgresql
        DELETE FROM notes;
        --rollback not required
        """
            .formatted(TABLE));

    assertThat(found("master.sql"))
        .containsExactly(
            "two: missing-rollback sql",
            "two: missing-remarks notes.day",
            "two: volatile-default notes.day");
  }

  @Test
  void yaml() throws IOException {
    write(
        "master.yaml",
        """
        databaseChangeLog:
          - property: {name: kind, value: bigint}
          - changeSet:
              id: one
              author: ada
              dbms: postgresql
              changes:
                - createTable:
                    tableName: notes
                    remarks: Notes.
                    columns:
                      - column:
                          name: id
                          type: ${kind}
                          remarks: The key.
                          constraints: {primaryKey: true}
          - changeSet:
              id: two
              author: ada
              changes:
                - dropColumn: {tableName: notes, columnName: old}
        """);

    assertThat(found("master.yaml"))
        .containsExactly(
            "one: unnamed-constraint notes.id",
            "two: sqlite-rebuild notes.old",
            "two: missing-rollback dropColumn");
  }

  @Test
  void json() throws IOException {
    write(
        "master.json",
        """
        {"databaseChangeLog": [
          {"changeSet": {"id": "one", "author": "ada", "changes": [
            {"modifyDataType": {"tableName": "notes", "columnName": "a", "newDataType": "bigint"}}
          ], "rollback": ""}}
        ]}
        """);

    assertThat(found("master.json")).containsExactly("one: sqlite-unsupported notes.a");
  }

  @Test
  void changelogsWithoutTheLocationOfASchema() throws IOException {
    write(
        "master.xml",
        "<databaseChangeLog>"
            + changeSet("one", "<sql>DELETE FROM a</sql>")
            + "</databaseChangeLog>");

    assertThat(found("classpath:master.xml")).containsExactly("one: missing-rollback sql");
  }

  @Test
  void namesThatDoNotExistAreRefusedWithFileLineAndChangeset() throws IOException {
    write("a.xml", xml("\n" + changeSet("one", "<sql>DELETE FROM a</sql><rolback>x</rolback>")));
    write("b.xml", xml("\n<changeSet id='one' author='a' runAlway='true'/>"));
    write(
        "c.yaml",
        """
        databaseChangeLog:
          - changeSet:
              id: one
              author: ada
              changes:
                - sql: {sqll: SELECT 1}
        """);
    write(
        "d.json",
        """
        {"databaseChangeLog": [{"changeSet": {"id": "one", "author": "ada",
          "rolback": "DELETE FROM a"}}]}
        """);

    assertInvalid("a.xml", "line 2, changeset one: the element rolback does not exist");
    assertInvalid(
        "b.xml", "line 2, changeset one: the element changeSet has no attribute runAlway");
    assertInvalid("c.yaml", "line 6, changeset one: the key sqll does not exist");
    assertInvalid("d.json", "line 2, changeset one: the key rolback does not exist");
  }

  private void assertInvalid(String file, String problem) {
    assertThatThrownBy(() -> found(file))
        .isInstanceOf(GenerationException.class)
        .hasMessageStartingWith("The changelog file " + file + " is invalid, " + problem);
  }

  @Test
  void aFileThatIncludesItselfIsRefusedWithTheCycle() throws IOException {
    write("master.xml", xml("<include file='parts/a.yaml'/>"));
    write(
        "parts/a.yaml",
        "databaseChangeLog: [include: {file: ../master.xml, relativeToChangelogFile: true}]");
    write("me.xml", xml("<property name='me' value='me'/><include file='${me}.xml'/>"));

    assertThatThrownBy(() -> found("master.xml"))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("parts/a.yaml includes master.xml includes parts/a.yaml");
    assertThatThrownBy(() -> found("me.xml"))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("includes itself");
  }

  @Test
  void aDirectoryOfFilesInTheirOrder() throws IOException {
    write("master.xml", xml("<includeAll path=\"parts\" relativeToChangelogFile=\"true\"/>"));
    write("parts/1.xml", xml(changeSet("one", "<sql>" + TABLE + " STRICT</sql><rollback/>")));
    write(
        "parts/2.sql",
        "--liquibase formatted sql\n--changeset ada:two\nCREATE INDEX ix ON notes (id);\n"
            + "--rollback DROP INDEX ix;");

    assertThat(new ChangelogLinter().lint(configuration("master.xml")))
        .extracting(finding -> finding.file() + " " + finding.rule().id())
        .containsExactly(
            "parts/1.xml missing-remarks",
            "parts/1.xml missing-remarks",
            "parts/2.sql index-locks-table");
  }

  @Test
  void preconditionsCustomChangesAndDataFiles() throws IOException {
    write("rows.csv", "id,name\n1,a\n");
    write(
        "master.xml",
        xml(
            changeSet(
                    "precondition",
                    "<preConditions onFail='MARK_RAN'><and><tableExists tableName='a'/><or>"
                        + "<dbms type='oracle'/><dbms type='mysql'/></or></and></preConditions>"
                        + "<dropColumn tableName='a' columnName='b'/>")
                + changeSet(
                    "halting",
                    "<preConditions onFail='HALT'><dbms type='postgresql'/></preConditions>"
                        + "<dropColumn tableName='a' columnName='b'/><rollback/>")
                + changeSet("custom", "<customChange class='" + NoChange.class.getName() + "'/>")
                + changeSet("data", "<loadData tableName='a' file='rows.csv'/>")
                + changeSet("missing", "<loadData tableName='a' file='no.csv'/><rollback/>")
                + changeSet("shell", "<executeCommand executable='rm'/><rollback/>")
                + changeSet("strange", "<sql>)) ' no SQL at all ;; $$ (</sql><rollback/>")
                + changeSet("nothing", "")));

    assertThat(found("master.xml"))
        .containsExactly(
            "halting: sqlite-rebuild a.b",
            "custom: missing-rollback customChange",
            "data: missing-rollback loadData");
  }

  @Test
  void aChangesetThatIsIgnoredIsNotLooked() throws IOException {
    write(
        "master.xml",
        xml(
            "<changeSet id='ignored' author='ada' ignore='true'>"
                + "<dropColumn tableName='a' columnName='b'/></changeSet>"));

    assertThat(found("master.xml")).isEmpty();
  }

  @Test
  void anAllowedFindingIsGoneAndTheOthersStay() throws IOException {
    write(
        "master.xml",
        xml(
            changeSet(
                "one",
                "<comment>lint:allow sqlite-rebuild nothing refers to the table</comment>"
                    + "<dropColumn tableName='a' columnName='b'/>")));

    assertThat(found("master.xml")).containsExactly("one: missing-rollback dropColumn");
  }

  @Test
  void aChangelogThatLiquibaseCannotReadIsNamedWithTheReason() throws IOException {
    write("master.xml", "<databaseChangeLog");
    write("missing.xml", xml("<include file='gone.xml'/><include file='lost.xml'/>"));

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> found("master.xml"))
        .withMessageStartingWith("The changelog master.xml cannot be read for SQLite: ");
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> found("missing.xml"))
        .withMessageContaining(
            "The changelog file missing.xml includes gone.xml, which is not in [")
        .withMessageContaining(
            "The changelog file missing.xml includes lost.xml, which is not in [");
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> found("none.xml"))
        .withMessageStartingWith("The changelog none.xml is not in [");
  }

  @Test
  void aCustomChangeThatIsNotThereIsNamedWithTheWayOut() throws IOException {
    write("master.xml", xml(changeSet("one", "<customChange class='no.such.Change'/>")));

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> found("master.xml"))
        .withMessageStartingWith(
            "master.xml (changeset one) has a customChange with the class no.such.Change, which is"
                + " not on the class path of the build; add the library or module");
  }

  /** Does nothing. */
  public static final class NoChange implements CustomSqlChange {

    @Override
    public SqlStatement[] generateStatements(Database database) {
      throw new AssertionError("A custom change is not run.");
    }

    @Override
    public String getConfirmationMessage() {
      return "Nothing was done.";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor files) {}

    @Override
    public ValidationErrors validate(Database database) {
      return new ValidationErrors();
    }
  }

  private List<String> found(String changelog) {
    return new ChangelogLinter()
        .lint(configuration(changelog)).stream()
            .map(
                finding ->
                    finding.changeSet() + ": " + finding.rule().id() + " " + finding.object())
            .toList();
  }

  private LintConfiguration configuration(String changelog) {
    return new LintConfiguration(changelog, List.of(directory), List.of(), Set.of(), false);
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String xml(String content) {
    return "<databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'"
        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
        + " xsi:schemaLocation='http://www.liquibase.org/xml/ns/dbchangelog"
        + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd'>"
        + content
        + "</databaseChangeLog>";
  }

  private static String changeSet(String id, String content) {
    return "<changeSet id='" + id + "' author='ada'>" + content + "</changeSet>";
  }
}

package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.sql.SqlScript;
import dev.taskstore.codegen.sql.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.DatabaseList;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ResourceAccessor;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/**
 * The SQL that Liquibase sends to one kind of database for each changeset, without the statements
 * for its own tables. Immutable.
 *
 * @param database the name of the kind of database, such as {@code PostgreSQL}
 * @param changeSets the changesets of all contexts in the order of the changelog, without those for
 *     other databases
 */
public record ChangelogScript(String database, List<ScriptedChangeSet> changeSets) {

  /** Copies the list. */
  public ChangelogScript {
    changeSets = List.copyOf(changeSets);
  }

  /**
   * Reads a changelog with Liquibase, without a class path. No database is needed.
   *
   * @param changelog the path of the changelog in one of the directories
   * @param directories the directories of the changelog and the files that it includes
   * @param shortName Liquibase's short name of the kind of database, such as {@code postgresql}
   * @return the script
   * @throws GenerationException if the changelog is not found or cannot be read, or if Liquibase
   *     does not support the kind of database
   */
  public static ChangelogScript read(String changelog, List<Path> directories, String shortName) {
    return read(changelog, directories, List.of(), shortName, Map.of());
  }

  /**
   * Reads a changelog with Liquibase. No database is needed.
   *
   * @param changelog the path of the changelog in one of the directories
   * @param directories the directories of the changelog and the files that it includes
   * @param classPath the directories and jar files for files that no directory contains
   * @param shortName Liquibase's short name of the kind of database, such as {@code postgresql}
   * @param parameters values by name, instead of those of the changelog's properties
   * @return the script
   * @throws GenerationException if the changelog is not found or cannot be read, or if Liquibase
   *     does not support the kind of database
   */
  public static ChangelogScript read(
      String changelog,
      List<Path> directories,
      List<Path> classPath,
      String shortName,
      Map<String, String> parameters) {
    ChangelogFiles source = new ChangelogFiles(changelog, directories, classPath);
    return source.read(
        shortName,
        files ->
            new ChangelogScript(
                databaseName(shortName),
                changeSets(source.changelog(), files, shortName, parameters)));
  }

  private static List<ScriptedChangeSet> changeSets(
      String changelog, ResourceAccessor files, String shortName, Map<String, String> parameters)
      throws LiquibaseException {
    ParsedChangelog parsed = ParsedChangelog.parse(changelog, files, shortName, parameters);
    Database database = parsed.database();
    return parsed.log().getChangeSets().stream()
        .filter(changeSet -> runsOn(changeSet, database))
        .map(changeSet -> script(changeSet, database))
        .toList();
  }

  /** The parser of formatted SQL returns the changesets of all databases. */
  private static boolean runsOn(ChangeSet changeSet, Database database) {
    return !changeSet.isIgnore()
        && DatabaseList.definitionMatches(changeSet.getDbmsSet(), database, true);
  }

  private static ScriptedChangeSet script(ChangeSet changeSet, Database database) {
    List<String> up =
        changeSet.getChanges().stream().flatMap(change -> up(change, database)).toList();
    return new ScriptedChangeSet(
        changeSet.getFilePath().replace('\\', '/'),
        changeSet.getId(),
        changeSet.getAuthor(),
        changeSet.getComments() == null ? "" : changeSet.getComments().strip(),
        Objects.requireNonNullElse(changeSet.buildFullContext(), ""),
        changeSet.getDbmsSet() == null
            ? ""
            : String.join(", ", new TreeSet<>(changeSet.getDbmsSet())),
        up,
        down(changeSet, database));
  }

  private static Stream<String> up(Change change, Database database) {
    if (change instanceof DbmsTargetedChange targeted
        && !DatabaseList.definitionMatches(targeted.getDbms(), database, true)) {
      return Stream.of();
    }
    try {
      return statements(SqlGeneratorFactory.getInstance().generateSql(change, database));
    } catch (RuntimeException e) {
      return Stream.of(notListed(change));
    }
  }

  private static Optional<List<String>> down(ChangeSet changeSet, Database database) {
    List<Change> written = changeSet.getRollback().getChanges();
    if (!written.isEmpty()) {
      return Optional.of(written.stream().flatMap(change -> up(change, database)).toList());
    }
    List<String> down = new ArrayList<>();
    List<Change> changes = changeSet.getChanges();
    for (int i = changes.size() - 1; i >= 0; i--) {
      Change change = changes.get(i);
      if (!change.supportsRollback(database)) {
        return Optional.empty();
      }
      try {
        statements(
                SqlGeneratorFactory.getInstance()
                    .generateSql(change.generateRollbackStatements(database), database))
            .forEach(down::add);
      } catch (LiquibaseException | RuntimeException e) {
        down.add(notListed(change));
      }
    }
    return Optional.of(down);
  }

  private static Stream<String> statements(Sql[] generated) {
    // The SQL of a change can contain several statements if splitting is turned off.
    return Arrays.stream(generated)
        .map(Sql::toSql)
        .flatMap(sql -> SqlScript.read(sql).stream())
        .map(Statement::text)
        .map(ChangelogScript::moveLeft);
  }

  private static String notListed(Change change) {
    return "-- "
        + change.getSerializedObjectName()
        + ": Liquibase makes the statements when it runs, from what it finds in the database";
  }

  /** Removes the common indentation of all lines after the first. */
  private static String moveLeft(String statement) {
    String text = statement.strip().replace("\r\n", "\n");
    int end = text.indexOf('\n');
    if (end < 0) {
      return text;
    }
    String rest = text.substring(end + 1).stripIndent().stripTrailing();
    boolean closed = rest.lines().anyMatch(line -> line.startsWith(")") || line.startsWith("END"));
    return text.substring(0, end + 1) + (closed ? rest : rest.indent(2).stripTrailing());
  }

  private static String databaseName(String shortName) {
    Database database = DatabaseFactory.getInstance().getDatabase(shortName);
    if (database == null) {
      throw new GenerationException(
          "Liquibase does not support the database "
              + shortName
              + "; use one of its names, such as sqlite, postgresql, mysql, mariadb or h2.");
    }
    return database.getDatabaseProductName();
  }
}

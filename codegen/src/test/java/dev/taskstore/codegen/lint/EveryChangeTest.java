package dev.taskstore.codegen.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeParameterMetaData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every change that Liquibase registers is linted: bare, and with every attribute filled in. */
class EveryChangeTest {

  private static final Map<String, String> VALUES =
      Map.of("boolean", "true", "integer", "1", "bigInteger", "1");

  /** The changes that Liquibase itself refuses, with the first database for which it does. */
  private static final Map<String, String> UNREADABLE =
      Map.of("createView", "SQLite", "customChange", "SQLite", "sqlFile", "SQLite");

  /** The extension for SQLite reads the file of a view when it creates the view. */
  private static final Map<String, String> UNREADABLE_WITH_EXTENSION =
      Map.of("createView", "PostgreSQL", "customChange", "SQLite", "sqlFile", "SQLite");

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> noChangeTypeStopsTheLinter() {
    ChangeFactory changes = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
    return new TreeSet<>(changes.getDefinedChanges())
        .stream()
            .map(
                name ->
                    dynamicTest(
                        name,
                        () -> {
                          lint("bare", name, "");
                          lint("full", name, attributes(changes, name));
                        }));
  }

  @Test
  void liquibaseRegistersTheChangesThatTheRulesName() {
    assertThat(Scope.getCurrentScope().getSingleton(ChangeFactory.class).getDefinedChanges())
        .hasSizeGreaterThan(45)
        .contains(
            "addAutoIncrement",
            "addColumn",
            "addDefaultValue",
            "dropAllForeignKeyConstraints",
            "dropColumn",
            "dropPrimaryKey",
            "mergeColumns",
            "renameView");
  }

  private void lint(String kind, String name, String attributes) throws IOException {
    String changelog =
        """
        {"databaseChangeLog": [
          {"changeSet": {"id": "%s", "author": "ada", "changes": [{"%s": {%s}}]}}
        ]}
        """
            .formatted(kind, name, attributes);
    Files.writeString(directory.resolve("any.json"), changelog);

    for (boolean liquibaseSqlite : new boolean[] {false, true}) {
      lint(kind, name, liquibaseSqlite);
    }
  }

  private void lint(String kind, String name, boolean liquibaseSqlite) {
    try {
      List<Finding> findings =
          new ChangelogLinter()
              .lint(
                  new LintConfiguration(
                      "any.json", List.of(directory), List.of(), Set.of(), liquibaseSqlite));
      assertThat(findings).allMatch(finding -> finding.changeSet().equals(kind));
    } catch (GenerationException e) {
      // What Liquibase's own parser refuses arrives as its reason.
      Map<String, String> databases = liquibaseSqlite ? UNREADABLE_WITH_EXTENSION : UNREADABLE;
      assertThat(e)
          .hasMessageStartingWith(
              "The changelog any.json cannot be read for " + databases.get(name) + ": ");
    }
  }

  private static String attributes(ChangeFactory changes, String name) {
    Change change = changes.create(name);
    return changes.getChangeMetaData(change).getParameters().values().stream()
        .map(EveryChangeTest::attribute)
        .collect(Collectors.joining(", "));
  }

  private static String attribute(ChangeParameterMetaData parameter) {
    String name = parameter.getParameterName();
    if (name.equals("columns")) {
      return "\"columns\": [{\"column\": {\"name\": \"a\", \"type\": \"text\", \"value\": \"1\"}}]";
    }
    String value = VALUES.getOrDefault(parameter.getDataType(), "\"a\"");
    return "\"" + name + "\": " + value;
  }
}

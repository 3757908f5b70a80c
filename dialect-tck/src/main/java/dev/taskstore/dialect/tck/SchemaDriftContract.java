package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.ElementAspect;
import dev.taskstore.db.migration.ElementKind;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.SchemaDifference;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drift detection: a live schema that was changed outside of its changelog. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchemaDriftContract {

  private final DialectFixture tck;

  SchemaDriftContract(DialectFixture tck) {
    this.tck = tck;
  }

  private void alter(TckDatabase database, List<String> statements) throws SQLException {
    try (Connection connection = tck.applicationDataSource(database).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** On databases with comments, an index that was created again has lost its comment. */
  private static List<SchemaDifference> drift(TaskDatabase store) {
    List<SchemaDifference> all = store.migrations().drift().differences();
    Set<String> otherwiseChanged =
        all.stream()
            .filter(difference -> !isIndexComment(difference))
            .map(SchemaDifference::object)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(
            difference ->
                !isIndexComment(difference) || !otherwiseChanged.contains(difference.object()))
        .toList();
  }

  private static boolean isIndexComment(SchemaDifference difference) {
    return difference.kind() == ElementKind.INDEX
        && difference.aspect().equals(Optional.of(ElementAspect.COMMENT));
  }

  static List<SchemaAlteration> alterations() {
    return Arrays.stream(SchemaAlteration.values())
        .filter(alteration -> !alteration.isOfComment())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alterations")
  @Requires(Capability.SCHEMA_INSPECTION)
  void everyDifferenceIsNamedAndNothingElse(SchemaAlteration alteration) throws SQLException {
    try (TckDatabase database = tck.createMigrated()) {
      alter(database, tck.statementsFor(alteration));

      try (TaskDatabase store = tck.builder(database).open()) {
        List<String> report = drift(store).stream().map(Object::toString).toList();
        assertThat(report).hasSameSizeAs(alteration.differences());
        for (int i = 0; i < report.size(); i++) {
          assertThat(report.get(i)).startsWith(alteration.differences().get(i));
        }
      }
    }
  }

  /**
   * One test for all alterations, so that every dialect has the same number of tests, with or
   * without comments.
   */
  @Test
  @Requires(Capability.COMMENTS)
  void everyDifferenceOfACommentIsNamedAndNothingElse() throws SQLException {
    for (SchemaAlteration alteration : SchemaAlteration.values()) {
      if (alteration.isOfComment()) {
        everyDifferenceIsNamedAndNothingElse(alteration);
      }
    }
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void aDifferenceTellsWhatWasExpectedAndWhatWasFound() throws SQLException {
    try (TckDatabase database = tck.createMigrated();
        TaskDatabase store = tck.builder(database).open()) {
      assertThat(store.migrations().drift().isEmpty()).isTrue();
      alter(
          database,
          List.of(
              "DROP INDEX ix_tasks_title",
              "DROP INDEX ix_tasks_user_id_status",
              "CREATE INDEX ix_tasks_user_id_status ON tasks (status, user_id)",
              "CREATE TABLE notes (id INTEGER)",
              "CREATE INDEX ix_notes ON notes (id)",
              "CREATE VIEW open_tasks AS SELECT id FROM tasks"));

      List<SchemaDifference> differences = drift(store);

      assertThat(differences)
          .extracting(SchemaDifference::object)
          .containsExactly("tasks.ix_tasks_title", "tasks.ix_tasks_user_id_status");
      assertThat(differences)
          .extracting(SchemaDifference::type)
          .containsExactly(SchemaDifference.Type.MISSING, SchemaDifference.Type.CHANGED);
      assertThat(differences.get(0).expected().orElseThrow()).contains("(title, id)");
      assertThat(differences.get(0).found()).isEmpty();
      assertThat(differences.get(1))
          .isEqualTo(
              new SchemaDifference(
                  ElementKind.INDEX,
                  "tasks",
                  "ix_tasks_user_id_status",
                  Optional.of(ElementAspect.COLUMNS),
                  Optional.of("(user_id, status)"),
                  Optional.of("(status, user_id)")));
      assertThat(store.migrations().drift().otherTables()).containsExactly("notes", "open_tasks");
    }
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void aComparisonLeavesRowsStructureAndRecordsAlone() throws SQLException {
    try (TckDatabase database = tck.create();
        TaskDatabase store = tck.builder(database, "sample").open();
        Connection connection = tck.applicationDataSource(database).getConnection()) {
      DatabaseState before = tck.state(connection);
      var history = store.migrations().history();

      assertThat(store.migrations().drift().differences()).isEmpty();

      DatabaseState after = tck.state(connection);
      assertThat(after.structure()).isEqualTo(before.structure());
      assertThat(after.rowsSharedWith(before)).isEqualTo(before.rowsSharedWith(after));
      assertThat(store.migrations().history()).isEqualTo(history);
      assertThat(store.tasks().count()).isEqualTo(5);
    }
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void whatIsPendingIsNoDifference() {
    try (TckDatabase database = tck.create();
        TaskDatabase store = tck.builder(database).migrationMode(MigrationMode.NONE).open()) {
      assertThat(store.migrations().drift().differences()).isEmpty();
      store.migrations().updateTo("001");
      assertThat(store.migrations().drift().differences()).isEmpty();
    }
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void theTablesOfAnotherChangelogAreNoDifferencesAndAreNamedInOneLine() throws SQLException {
    try (TckDatabase database = tck.createMigrated();
        Database other = tck.open(database, School.CHANGELOG)) {
      assertThat(other.migrations().drift().differences()).isEmpty();
      assertThat(other.migrations().drift().isEmpty()).isTrue();
      assertThat(other.migrations().drift().toString())
          .isEqualTo(
              "The changelog does not create these tables and views, which were not compared: tags,"
                  + " task_shares, task_tags, tasks, taskstore_audit, users\n");

      alter(database, List.of("ALTER TABLE tasks ADD COLUMN estimate integer"));
      assertThat(other.migrations().drift().differences()).isEmpty();
      try (TaskDatabase store = tck.builder(database).open()) {
        assertThat(store.migrations().drift().differences())
            .extracting(SchemaDifference::toString)
            .containsExactly("column tasks.estimate is not in the changelog");
        assertThat(store.migrations().drift().otherTables()).contains("students", "teachers");
      }
    }
  }
}

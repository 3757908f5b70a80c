package dev.taskstore.examples.console.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taskstore.TaskStore;
import dev.taskstore.examples.console.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the queries on many tasks and checks their execution plans. The recorded statements and
 * plans are a fragment of the specification of the database.
 */
class QueryPlansTest {

  private static final Path FRAGMENT = Path.of("../../core/src/main/specification/queries.md");
  private static final boolean RECORD = Boolean.getBoolean("taskstore.plans.record");

  private static final List<String> GROWING =
      List.of("users", "tasks", "tags", "task_tags", "task_shares");

  private static final List<String> INDEXES =
      List.of(
          "pk_users",
          "uq_users_username",
          "uq_users_email",
          "pk_tasks",
          "ix_tasks_created_at",
          "ix_tasks_user_id_created_at",
          "ix_tasks_user_id_status",
          "ix_tasks_title",
          "ix_tasks_open_high_priority",
          "ix_tasks_open_due_at",
          "ix_tasks_assignee_id_created_at",
          "ix_tasks_open_assignee_id",
          "pk_tags",
          "uq_tags_name",
          "pk_task_tags",
          "ix_task_tags_tag_id",
          "pk_task_shares",
          "ix_task_shares_collaborator_id");

  private static final List<Query> QUERIES = Queries.all();
  private static final Map<Query, Map<Engine, List<RecordedStatement>>> RECORDED =
      new LinkedHashMap<>();

  private static String postgresVersion;

  @BeforeAll
  static void recordAll(@TempDir Path folder) throws SQLException {
    QUERIES.forEach(query -> RECORDED.put(query, new EnumMap<>(Engine.class)));
    String sqlite = TestDatabases.sqlite(folder) + "?foreign_keys=true";
    recordAll(Engine.SQLITE, sqlite, List.of("ANALYZE"));
    String postgres = TestDatabases.postgres();
    // VACUUM as in production: index-only scans need the visibility map. The embedded server
    // commits
    // asynchronously, and VACUUM skips tuples whose commit is not flushed yet.
    recordAll(
        Engine.POSTGRESQL, postgres, List.of("SET synchronous_commit = on", "ANALYZE", "VACUUM"));
    try (Connection connection = DriverManager.getConnection(postgres)) {
      postgresVersion = String.valueOf(connection.getMetaData().getDatabaseMajorVersion());
    }
  }

  private static void recordAll(Engine engine, String url, List<String> upkeep)
      throws SQLException {
    RecordingDatabase database = new RecordingDatabase(url, engine);
    try (TaskStore store =
        TaskStore.builder()
            .dataSource(database.dataSource())
            .clock(Clock.fixed(ManyTasks.NOW, ZoneOffset.UTC))
            .open()) {
      ManyTasks.fill(store);
      try (Connection connection = DriverManager.getConnection(url)) {
        for (String statement : upkeep) {
          connection.createStatement().execute(statement);
        }
      }
      for (Query query : QUERIES) {
        RECORDED.get(query).put(engine, database.record(() -> query.work().accept(store)));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> usesTheIndexOfTheQuery() {
    return eachQuery(
        (query, engine) ->
            assertThat(query.indexes())
                .allSatisfy(
                    index ->
                        assertThat(Plans.use(RECORDED.get(query).get(engine), engine, index))
                            .as("%s in%n%s", index, Plans.text(RECORDED.get(query).get(engine)))
                            .isTrue()));
  }

  @TestFactory
  Stream<DynamicTest> scansNoTableExceptThoseDeclared() {
    return eachQuery(
        (query, engine) -> {
          for (String table : GROWING) {
            if (!query.scans().contains(table)) {
              assertThat(Plans.lines(RECORDED.get(query).get(engine)))
                  .isNotEmpty()
                  .noneMatch(line -> engine.readsWholeTable(line, table));
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> sortsNothingExceptWhatIsDeclared() {
    return eachQuery(
        (query, engine) -> {
          if (query.sorts().isEmpty()) {
            assertThat(Plans.lines(RECORDED.get(query).get(engine)))
                .isNotEmpty()
                .noneMatch(engine::sorts);
          }
        });
  }

  @Test
  void theSpecificationOfTheDatabaseShowsTheseStatementsAndPlans() throws IOException {
    String document = document();
    if (RECORD) {
      Files.createDirectories(FRAGMENT.getParent());
      Files.writeString(FRAGMENT, document);
    }
    String committed = Files.readString(FRAGMENT);
    Matcher version = Pattern.compile("PostgreSQL (\\d+)").matcher(committed);
    assertThat(version.find()).isTrue();
    if (version.group(1).equals(postgresVersion)) {
      assertThat(committed)
          .as(
              "%s differs from the recorded statements and plans. If that is intended, run"
                  + " ./mvnw verify -pl examples/console -am -Dtest=QueryPlansTest"
                  + " -Dsurefire.failIfNoSpecifiedTests=false -Dtaskstore.plans.record=true,"
                  + " and generate the specification again",
              FRAGMENT)
          .isEqualTo(document);
    } else {
      // Other versions may choose other plans; the statements are the same.
      assertThat(statements(committed)).isEqualTo(statements(document));
    }
  }

  private static String document() {
    return QueryDocument.of(
        String.format(
            Locale.ROOT,
            "A test records the statements of the library and their execution plans. The database"
                + " contains %,d users, %,d tasks and %,d tags, after ANALYZE, and on PostgreSQL after"
                + " VACUUM. The versions are PostgreSQL %s with its default settings, and SQLite as"
                + " included in its driver. Line breaks are added to the statements; identifiers and"
                + " times in plans are replaced by `?`.",
            ManyTasks.USERS,
            ManyTasks.TASKS,
            ManyTasks.TAGS,
            postgresVersion),
        QUERIES,
        RECORDED,
        INDEXES);
  }

  private static List<String> statements(String document) {
    return Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
        .matcher(document)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private interface Check {
    void of(Query query, Engine engine);
  }

  private static Stream<DynamicTest> eachQuery(Check check) {
    return QUERIES.stream()
        .flatMap(
            query ->
                Stream.of(Engine.values())
                    .map(
                        engine ->
                            dynamicTest(
                                query.title() + " on " + engine.title(),
                                () -> check.of(query, engine))));
  }
}

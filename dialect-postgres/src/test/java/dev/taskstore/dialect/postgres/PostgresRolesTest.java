package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresRoleServer.APPLICATION;
import static dev.taskstore.dialect.postgres.PostgresRoleServer.OWNER;
import static dev.taskstore.dialect.postgres.PostgresRoleServer.SUPERUSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.security.RolePrivileges;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.schema.DefaultSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements for the owner and the application, on a server where nobody else may connect. */
class PostgresRolesTest extends PostgresDatabaseCopies {

  @BeforeAll
  static void migrate() throws SQLException {
    migrate(store -> {});
  }

  private static TaskStore open(TckDatabase target, MigrationMode mode) {
    return PostgresStores.builder(target).migrationMode(mode).open();
  }

  private TaskStore openAsApplication() {
    return open(PostgresRoleServer.as(APPLICATION, database), MigrationMode.VALIDATE);
  }

  private static User insertUser(TaskStore store, String name) {
    return store.users().insert(PostgresStores.user(name));
  }

  /** Reads and writes every table in every way. */
  private static void useAllTables(TaskStore store) {
    User user = insertUser(store, "ada");
    user = store.users().update(user.with().email("ada@example.org").build());
    Task task = store.tasks().insert(NewTask.of(user.id(), "read"));
    store.tasks().load(Stream.of(NewTask.of(user.id(), "load")));
    store.tags().attach(task.id(), "calm");
    assertThat(store.tasks().withTags(List.of(task)).get(0).tags()).hasSize(1);
    assertThat(store.tasks().complete(task.id()).version()).isEqualTo(1);
    Tag tag = store.tags().insert(NewTag.of("new"));
    tag = store.tags().update(tag.with().name("renamed").build());
    assertThat(store.tags().deleteById(tag.id())).isTrue();
    assertThat(store.tasks().deleteById(task.id())).isTrue();
    assertThat(store.users().deleteById(user.id())).isTrue();
    assertThat(store.tasks().statisticsByUser()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theApplicationOpensTheDatabaseInEveryModeAndUsesEveryTable(MigrationMode mode) {
    try (TaskStore store = open(PostgresRoleServer.as(APPLICATION, database), mode)) {
      useAllTables(store);
    }
  }

  @Test
  void theOwnerMigratesBackAndForth() {
    try (TaskStore store = open(PostgresRoleServer.as(OWNER, database), MigrationMode.UPDATE)) {
      store.migrations().rollback(2);

      assertThat(store.migrations().update()).isEqualTo(2);
    }
    try (TaskStore store = openAsApplication()) {
      useAllTables(store);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE more (id int)",
        "CREATE TABLE pg_temp.more (LIKE tasks); ALTER TABLE tasks ADD COLUMN more int",
        "ALTER TABLE tasks DISABLE ROW LEVEL SECURITY",
        "DROP TABLE task_tags",
        "CREATE INDEX more ON tasks (title)",
        "CREATE TRIGGER more BEFORE DELETE ON tasks FOR EACH ROW"
            + " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "CREATE SCHEMA more",
        "TRUNCATE task_tags",
        "DELETE FROM databasechangelog",
        "DELETE FROM taskstore_schema_state",
        "SELECT count(*) FROM databasechangeloglock",
        "ALTER ROLE tasks_application BYPASSRLS",
      })
  void theApplicationCannotChangeTheSchemaOrItsHistory(String statement) {
    try (TaskStore store = openAsApplication()) {
      assertThatThrownBy(() -> store.dsl().execute(statement))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("lacks a privilege");
      useAllTables(store);
    }
  }

  @Test
  void aTableOfALaterMigrationIsIncluded() throws SQLException {
    PostgresRoleServer.run(
        database, OWNER, List.of("CREATE TABLE notes (id int)", "INSERT INTO notes VALUES (1)"));

    try (TaskStore store = openAsApplication()) {
      assertThat(store.dsl().execute("UPDATE notes SET id = 2")).isEqualTo(1);
      assertThat(store.dsl().execute("DELETE FROM notes")).isEqualTo(1);
    }
  }

  @Test
  void theStatementsRevokeWhatWasGrantedBefore() throws SQLException {
    PostgresRoleServer.run(
        database, OWNER, List.of("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + APPLICATION));
    PostgresRoleServer.run(
        database, SUPERUSER, List.of("GRANT CREATE ON SCHEMA public TO PUBLIC, " + APPLICATION));

    RolePrivileges privileges =
        PostgresRoleServer.privileges(database, DefaultSchema.DEFAULT_SCHEMA);
    PostgresRoleServer.run(database, SUPERUSER, privileges.beforeMigration());
    PostgresRoleServer.run(database, OWNER, privileges.afterMigration());

    theApplicationCannotChangeTheSchemaOrItsHistory("CREATE TABLE more (id int)");
    theApplicationCannotChangeTheSchemaOrItsHistory("TRUNCATE task_tags");
    theApplicationCannotChangeTheSchemaOrItsHistory("DELETE FROM databasechangelog");
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT, users",
    "INSERT, users",
    "UPDATE, users",
    "DELETE, users",
    "SELECT, tasks",
    "INSERT, tasks",
    "UPDATE, tasks",
    "DELETE, tasks",
    "SELECT, tags",
    "INSERT, tags",
    "UPDATE, tags",
    "DELETE, tags",
    "SELECT, task_tags",
    "INSERT, task_tags",
  })
  void withoutAPrivilegeACallFailsAndNamesTheTable(String privilege, String table)
      throws SQLException {
    PostgresRoleServer.run(
        database, OWNER, List.of("REVOKE " + privilege + " ON " + table + " FROM " + APPLICATION));

    try (TaskStore store = openAsApplication()) {
      assertThatThrownBy(() -> useAllTables(store))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("lacks a privilege")
          .hasMessageContaining("permission denied for table " + table);
    }
  }

  @Test
  void detachRequiresDelete() throws SQLException {
    PostgresRoleServer.run(
        database, OWNER, List.of("REVOKE DELETE ON task_tags FROM " + APPLICATION));

    try (TaskStore store = openAsApplication()) {
      Task task = store.tasks().insert(NewTask.of(insertUser(store, "ada").id(), "read"));
      store.tags().attach(task.id(), "calm");

      assertThatThrownBy(() -> store.tags().detach(task.id(), "calm"))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("permission denied for table task_tags");
    }
  }

  @Test
  void withoutTheHistoryOpeningFails() throws SQLException {
    PostgresRoleServer.run(
        database, OWNER, List.of("REVOKE SELECT ON databasechangelog FROM " + APPLICATION));

    assertThatThrownBy(this::openAsApplication)
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("permission denied for table databasechangelog");
  }

  /** Without the recorded state, Liquibase compares the changesets, which takes longer. */
  @ParameterizedTest
  @EnumSource
  void theRecordedStateOnlyShortensTheOpening(MigrationMode mode) throws SQLException {
    PostgresRoleServer.run(
        database, OWNER, List.of("REVOKE SELECT ON taskstore_schema_state FROM " + APPLICATION));

    try (TaskStore store = open(PostgresRoleServer.as(APPLICATION, database), mode)) {
      useAllTables(store);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REVOKE USAGE ON SCHEMA public FROM " + APPLICATION,
        "REVOKE CONNECT ON DATABASE :name FROM " + APPLICATION
      })
  void withoutAPrivilegeOnSchemaOrDatabaseOpeningFails(String statement) throws SQLException {
    String name = database.url().replaceFirst(".*/", "");
    PostgresRoleServer.run(database, SUPERUSER, List.of(statement.replace(":name", name)));

    assertThatThrownBy(() -> openAsApplication().close())
        .isInstanceOf(DatabaseException.class)
        .hasMessageMatching("(?s).*(" + name + "|databasechangelog|pending).*");
  }

  @Test
  void allNamesAreQuoted() throws SQLException {
    String owner = "Owner \"of\" 'tasks'";
    String application = "select";
    String quoted = '"' + owner.replace("\"", "\"\"") + '"';
    PostgresRoleServer.run(
        database,
        SUPERUSER,
        List.of(
            "CREATE ROLE " + quoted + " LOGIN",
            "CREATE ROLE \"select\" LOGIN",
            "CREATE SCHEMA \"Odd schema\""));
    TckDatabase target =
        new TckDatabase(
            database.url() + "?currentSchema=%22Odd%20schema%22", SUPERUSER, "", () -> {});
    RolePrivileges privileges;
    try (TaskStore store = open(target, MigrationMode.NONE)) {
      privileges =
          store.database().rolePrivileges(DefaultSchema.DEFAULT_SCHEMA, owner, application);
    }
    PostgresRoleServer.run(target, SUPERUSER, privileges.beforeMigration());
    open(PostgresRoleServer.as(owner, target), MigrationMode.UPDATE).close();
    PostgresRoleServer.run(target, owner, privileges.afterMigration());

    try (TaskStore store =
        open(PostgresRoleServer.as(application, target), MigrationMode.VALIDATE)) {
      useAllTables(store);
    }
    assertThat(privileges.script()).contains("\"Odd schema\".\"task_tags\"", "\"select\"", quoted);
    try (Connection connection = PostgresRoleServer.connect(target, SUPERUSER);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_tables WHERE schemaname = 'Odd schema'")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(9);
    }
    PostgresRoleServer.run(
        database,
        SUPERUSER,
        List.of(
            "DROP OWNED BY " + quoted + " CASCADE",
            "DROP OWNED BY \"select\"",
            "DROP ROLE " + quoted,
            "DROP ROLE \"select\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "public", "none", "a\0b", OWNER})
  void aNameThatTheServerDoesNotAcceptIsRefused(String application) {
    try (TaskStore store = open(PostgresRoleServer.as(OWNER, database), MigrationMode.NONE)) {
      for (String name : List.of(application, "ä".repeat(32))) {
        assertThatThrownBy(
                () -> store.database().rolePrivileges(DefaultSchema.DEFAULT_SCHEMA, OWNER, name))
            .isInstanceOf(InvalidArgumentException.class);
      }
    }
  }
}

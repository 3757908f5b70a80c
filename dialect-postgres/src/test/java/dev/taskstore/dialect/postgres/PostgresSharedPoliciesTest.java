package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresRoleServer.APPLICATION;
import static dev.taskstore.dialect.postgres.PostgresRoleServer.OWNER;
import static dev.taskstore.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.security.RowSecurity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain SQL of the role of an application does with shared rows under policies. */
class PostgresSharedPoliciesTest extends PostgresDatabaseCopies {

  private static User ada;
  private static User bob;
  private static Task assigned;
  private static Task shared;
  private static Task hidden;

  @BeforeAll
  static void migrate() throws SQLException {
    migrate(
        open -> {
          open.database().rowSecurity(TaskStore.OWNERSHIP).enable();
          ada = open.users().insert(PostgresStores.user("ada"));
          bob = open.users().insert(PostgresStores.user("bob"));
          assigned = open.tasks().insert(NewTask.of(bob.id(), "a").assigneeId(ada.id()));
          shared = open.tasks().insert(NewTask.of(bob.id(), "s"));
          hidden = open.tasks().insert(NewTask.of(bob.id(), "h"));
          open.tasks().attachCollaborators(shared.id(), List.of(ada.id()));
          open.tasks().attachCollaborators(hidden.id(), List.of(bob.id()));
          open.tags().attach(shared.id(), "calm");
          open.tags().attach(hidden.id(), "secret");
        });
  }

  /** Runs a statement for a principal and returns the number of rows. */
  private int run(String principal, String sql) throws SQLException {
    try (Connection connection = PostgresRoleServer.connect(database, APPLICATION);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "SELECT set_config('" + RowSecurity.PRINCIPAL_SETTING + "', '" + principal + "', true)");
      if (!statement.execute(filled(sql))) {
        connection.commit();
        return statement.getUpdateCount();
      }
      try (ResultSet row = statement.getResultSet()) {
        int rows = 0;
        while (row.next()) {
          rows++;
        }
        return rows;
      }
    }
  }

  private static String filled(String sql) {
    return sql.replace(":ada", "'" + ada.id() + "'")
        .replace(":bob", "'" + bob.id() + "'")
        .replace(":assigned", "'" + assigned.id() + "'")
        .replace(":shared", "'" + shared.id() + "'")
        .replace(":hidden", "'" + hidden.id() + "'");
  }

  @ParameterizedTest
  @CsvSource({"users, 1, 2", "tasks, 2, 3", "task_shares, 1, 2", "task_tags, 1, 2", "tags, 2, 2"})
  void plainSqlSeesSharedRowsAndAllOfThemForAllPrincipals(String table, int own, int all)
      throws SQLException {
    String select = "SELECT * FROM " + table;
    assertThat(run(ada.id().toString(), select)).isEqualTo(own);
    assertThat(run(RowSecurity.ALL_PRINCIPALS, select)).isEqualTo(all);
    assertThat(run("", select)).isZero();
    assertThat(run("00000000-0000-0000-0000-000000000000", select))
        .isEqualTo(table.equals("tags") ? 2 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE tasks SET user_id = :ada WHERE id = :shared",
        "UPDATE tasks SET user_id = :ada, assignee_id = NULL WHERE id = :assigned",
        "UPDATE tasks SET assignee_id = NULL WHERE id = :assigned",
        "UPDATE tasks SET assignee_id = :ada WHERE id = :shared",
        "UPDATE tasks SET id = gen_random_uuid(), user_id = :ada WHERE id = :assigned",
        "INSERT INTO task_shares VALUES (:assigned, :ada)",
        "UPDATE task_shares SET task_id = :assigned",
        "INSERT INTO tasks SELECT gen_random_uuid(), :bob, title, description, priority, status,"
            + " created_at, updated_at, 0, due_at, completed_at, :ada FROM tasks",
        "UPDATE tags SET name = 'x'"
      })
  void plainSqlCannotTakeSharedRows(String sql) {
    assertRefused(ada, sql);
  }

  /** An owner who is also the assignee or a collaborator has no further rights. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE tasks SET user_id = :ada WHERE id = :hidden",
        "UPDATE tasks SET user_id = :ada, assignee_id = :bob WHERE id = :shared"
      })
  void plainSqlCannotGiveOwnRowsAway(String sql) {
    assertRefused(bob, sql);
  }

  private void assertRefused(User principal, String sql) {
    assertThatThrownBy(
            () -> {
              int changed = run(principal.id().toString(), sql);
              assertThat(changed).isZero();
              throw new SQLException("no row", "42501");
            })
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE tasks SET title = 'changed' | 2 | 3",
        "UPDATE tasks SET title = 'changed', user_id = user_id, assignee_id = assignee_id | 2 | 3",
        "DELETE FROM tasks | 0 | 3",
        "DELETE FROM task_shares | 0 | 2",
        "DELETE FROM task_tags | 1 | 2",
        "DELETE FROM tags | 0 | 2",
        "SELECT * FROM tasks FOR UPDATE | 2 | 3",
      })
  void plainSqlChangesWhatItMay(String sql, int own, int all) throws SQLException {
    assertThat(run(ada.id().toString(), sql)).isEqualTo(own);
    drop();
    copy();
    assertThat(run(RowSecurity.ALL_PRINCIPALS, sql)).isEqualTo(all);
  }

  /** A table in the temporary schema of the caller does not take the place of a shared one. */
  @Test
  void aFunctionOfAPolicyReadsTheDeclaredTablesOnly() throws SQLException {
    try (Connection connection = PostgresRoleServer.connect(database, APPLICATION);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE task_shares AS SELECT gen_random_uuid() AS task_id,"
              + " gen_random_uuid() AS collaborator_id");
      connection.setAutoCommit(false);
      statement.execute(
          "SELECT set_config('" + RowSecurity.PRINCIPAL_SETTING + "', '" + ada.id() + "', true)");
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM tasks")) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(2);
      }
      connection.rollback();
    }
  }

  @Test
  void scopesReadByIndexUnderPolicies() throws SQLException {
    try (TaskStore owner = PostgresStores.builder(PostgresRoleServer.as(OWNER, database)).open()) {
      owner.users().load(IntStream.range(0, 200).mapToObj(i -> PostgresStores.user("user" + i)));
      List<User> users = owner.users().where(USERS.USERNAME.ne("ada")).list();
      owner
          .tasks()
          .load(
              IntStream.range(0, 10_000)
                  .mapToObj(
                      i ->
                          NewTask.of(users.get(i % users.size()).id(), "t" + i)
                              .assigneeId(users.get((i + 7) % users.size()).id())));
      owner
          .dsl()
          .execute(
              "INSERT INTO task_shares SELECT t.id, u.id"
                  + " FROM (SELECT id, row_number() OVER () % 200 AS n FROM tasks) t"
                  + " JOIN (SELECT id, row_number() OVER () % 200 AS n FROM users) u USING (n)"
                  + " ON CONFLICT DO NOTHING");
    }
    PostgresRoleServer.run(database, PostgresRoleServer.SUPERUSER, List.of("ANALYZE"));
    List<String> statements = new CopyOnWriteArrayList<>();
    ExecuteListener recorder =
        new ExecuteListener() {
          @Override
          public void executeStart(ExecuteContext context) {
            statements.add(context.sql());
          }
        };
    try (TaskStore store =
            PostgresStores.builder(PostgresRoleServer.as(APPLICATION, database))
                .migrationMode(MigrationMode.VALIDATE)
                .rowSecurity(TaskStore.OWNERSHIP)
                .executeListeners(new DefaultExecuteListenerProvider(recorder))
                .open();
        TaskScope scope = store.scopedTo(bob.id())) {
      statements.clear();
      scope.tasks().findById(shared.id());
      scope.tasks().findNewest(PageRequest.first(50));
      scope.tasks().findByUser(bob.id(), PageRequest.first(50));
      scope.tasks().findOpenByAssignee(bob.id(), PageRequest.first(50));
      scope.tasks().findByCollaborator(bob.id(), PageRequest.first(50));
      scope.tasks().count();
      scope.tags().findByTasks(List.of(shared.id()));
      scope.users().findByTasks(List.of(shared.id()));
    }
    assertThat(statements).hasSize(8);
    for (String statement : statements) {
      String query = statement.substring(statement.indexOf(';') + 1);
      assertThat(plan(query)).as(query).contains("Index").doesNotContain("Seq Scan on task");
    }
  }

  private String plan(String query) throws SQLException {
    StringBuilder plan = new StringBuilder();
    List<String> parts = new ArrayList<>(List.of(query.split("[?]", -1)));
    StringBuilder numbered = new StringBuilder(parts.get(0));
    for (int i = 1; i < parts.size(); i++) {
      numbered.append('$').append(i).append(parts.get(i));
    }
    try (Connection connection = PostgresRoleServer.connect(database, APPLICATION);
        Statement statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = force_generic_plan");
      statement.execute("PREPARE query AS " + numbered);
      String arguments = String.join(", ", Collections.nCopies(parts.size() - 1, "NULL"));
      try (ResultSet row = statement.executeQuery("EXPLAIN EXECUTE query (" + arguments + ")")) {
        while (row.next()) {
          plan.append(row.getString(1)).append('\n');
        }
      }
    }
    return plan.toString();
  }
}

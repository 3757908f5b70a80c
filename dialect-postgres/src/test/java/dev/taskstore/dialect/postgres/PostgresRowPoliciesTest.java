package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresRoleServer.APPLICATION;
import static dev.taskstore.dialect.postgres.PostgresRoleServer.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.Tag;
import dev.taskstore.TagStatistics;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.RowSecurityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.migration.MigrationMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role of an application sees and writes under the policies of the library. */
class PostgresRowPoliciesTest extends PostgresDatabaseCopies {

  private static final String SET_PRINCIPAL = "SELECT set_config('taskstore.principal', ?, true)";

  private static User ada;
  private static User bob;
  private static Task adasTask;
  private static Task bobsTask;

  private TaskStore store;

  @BeforeAll
  static void migrate() throws SQLException {
    migrate(
        open -> {
          open.database().rowSecurity(TaskStore.OWNERSHIP).enable();
          fill(open);
        });
  }

  private static void fill(TaskStore open) {
    ada = open.users().insert(PostgresStores.user("ada"));
    bob = open.users().insert(PostgresStores.user("bob"));
    adasTask = open.tasks().insert(NewTask.of(ada.id(), "look alike"));
    bobsTask = open.tasks().insert(NewTask.of(bob.id(), "look alike"));
    open.tags().attach(adasTask.id(), "calm", "urgent");
    open.tags().attach(bobsTask.id(), "calm", "secret");
  }

  @BeforeEach
  void open() {
    store =
        PostgresStores.builder(PostgresRoleServer.as(APPLICATION, database))
            .migrationMode(MigrationMode.VALIDATE)
            .open();
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Runs a block in a transaction for a principal. */
  private void as(User principal, Consumer<TaskTransaction> block) {
    store.transaction(
        tx -> {
          tx.dsl().fetch(SET_PRINCIPAL, principal.id().toString());
          block.accept(tx);
        });
  }

  private static int count(Statement statement, String table) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getInt(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"users, 1, 2", "tasks, 1, 2", "task_tags, 2, 4", "tags, 3, 3"})
  void plainSqlSeesNothingWithoutAPrincipalAndItsOwnRowsWithOne(String table, int own, int all)
      throws SQLException {
    try (Connection connection = PostgresRoleServer.connect(database, APPLICATION);
        Statement statement = connection.createStatement()) {
      assertThat(count(statement, table)).isZero();
      connection.setAutoCommit(false);
      statement.execute(SET_PRINCIPAL.replace("?", "'" + ada.id() + "'"));
      assertThat(count(statement, table)).isEqualTo(own);
      connection.commit();
      assertThat(count(statement, table)).isZero();
      connection.rollback();
    }
    try (Connection connection = PostgresRoleServer.connect(database, OWNER);
        Statement statement = connection.createStatement()) {
      assertThat(count(statement, table)).as("rows that the owner sees").isEqualTo(all);
    }
  }

  @Test
  void withoutAPrincipalNoRowIsInserted() {
    assertThatThrownBy(() -> store.users().insert(PostgresStores.user("new")))
        .isInstanceOfSatisfying(
            RowSecurityException.class, e -> assertThat(e.table()).isEqualTo("users"));
    assertThatThrownBy(() -> store.tasks().insert(NewTask.of(ada.id(), "new")))
        .isInstanceOfSatisfying(
            RowSecurityException.class, e -> assertThat(e.table()).isEqualTo("tasks"));
    assertThatThrownBy(() -> store.tags().insert(NewTag.of("new")))
        .isInstanceOfSatisfying(
            RowSecurityException.class, e -> assertThat(e.table()).isEqualTo("tags"));
    assertThat(store.users().count() + store.tasks().count() + store.tags().count()).isZero();
  }

  @Test
  void aPrincipalReadsAndWritesItsOwnRows() {
    as(
        ada,
        tx -> {
          assertThat(tx.users().findAll(PageRequest.first(9)).items()).containsExactly(ada);
          assertThat(tx.tasks().findById(adasTask.id())).contains(adasTask);
          Task task = tx.tasks().insert(NewTask.of(ada.id(), "new"));
          assertThat(tx.tags().attach(task.id(), "calm", "new")).isEqualTo(2);
          assertThat(tx.tasks().withTags(List.of(task)).get(0).tags())
              .extracting(Tag::name)
              .containsExactly("calm", "new");
          assertThat(tx.tags().detach(task.id(), "calm")).isEqualTo(1);
          assertThat(tx.tasks().complete(task.id()).version()).isEqualTo(1);
          assertThat(tx.tasks().deleteById(task.id())).isTrue();
          assertThat(tx.tags().statistics())
              .extracting(TagStatistics::tasks)
              .containsExactly(1L, 0L, 0L, 1L);
        });
    assertThat(store.tasks().count()).as("tasks after the transaction").isZero();
  }

  @Test
  void rowsOfOthersAreNotFound() {
    as(
        ada,
        tx -> {
          assertThat(tx.tasks().findById(bobsTask.id())).isEmpty();
          assertThat(tx.users().findByUsername("bob")).isEmpty();
          assertThat(tx.tasks().findByUser(bob.id(), PageRequest.first(9)).items()).isEmpty();
          assertThat(tx.tasks().deleteById(bobsTask.id())).isFalse();
          assertThat(tx.tags().detach(bobsTask.id(), "calm")).isZero();
          assertThatThrownBy(() -> tx.tasks().update(bobsTask.with().title("changed").build()))
              .isInstanceOf(EntityNotFoundException.class);
          assertThatThrownBy(
                  () -> tx.tasks().update(bobsTask.id(), TaskChanges.none().title("changed")))
              .isInstanceOf(EntityNotFoundException.class);
        });
    as(bob, tx -> assertThat(tx.tasks().findById(bobsTask.id())).contains(bobsTask));
  }

  @Test
  void rowsForOthersAreRefused() {
    for (Consumer<TaskTransaction> write :
        List.<Consumer<TaskTransaction>>of(
            tx -> tx.tasks().insert(NewTask.of(bob.id(), "new")),
            tx -> tx.tasks().insertAll(List.of(NewTask.of(bob.id(), "new"))),
            tx -> tx.tasks().load(Stream.of(NewTask.of(bob.id(), "new"))),
            tx -> tx.tasks().update(adasTask.id(), TaskChanges.none().userId(bob.id())),
            tx -> tx.dsl().execute("UPDATE tasks SET user_id = ?", bob.id()))) {
      assertThatThrownBy(() -> as(ada, write))
          .isInstanceOfSatisfying(
              RowSecurityException.class, e -> assertThat(e.table()).isEqualTo("tasks"))
          .hasMessageNotContaining(bob.id().toString());
    }
    as(bob, tx -> assertThat(tx.tasks().count()).isEqualTo(1));
  }

  /** COPY is refused under policies; batches of inserts take its place. */
  @Test
  void aLoadInsertsOwnRows() {
    as(
        ada,
        tx ->
            assertThat(
                    tx.tasks()
                        .load(IntStream.range(0, 1_200).mapToObj(i -> NewTask.of(ada.id(), "t"))))
                .isEqualTo(1_200));
    assertThatThrownBy(
            () ->
                as(
                    ada,
                    tx ->
                        tx.dsl()
                            .connection(
                                c ->
                                    c.unwrap(org.postgresql.PGConnection.class)
                                        .getCopyAPI()
                                        .copyIn("COPY tasks (id) FROM STDIN"))))
        .isInstanceOf(DatabaseException.class);
  }

  /** Foreign key checks ignore policies, so that task_tags needs a policy of its own. */
  @Test
  void aTaskOfSomebodyElseCannotBeTagged() throws SQLException {
    assertThatThrownBy(() -> as(ada, tx -> tx.tags().attach(bobsTask.id(), "urgent")))
        .isInstanceOfSatisfying(
            RowSecurityException.class, e -> assertThat(e.table()).isEqualTo("task_tags"));

    PostgresRoleServer.run(
        database, OWNER, List.of("ALTER TABLE task_tags DISABLE ROW LEVEL SECURITY"));
    as(ada, tx -> assertThat(tx.tags().attach(bobsTask.id(), "urgent")).isEqualTo(1));
  }

  @Test
  void commonRowsAreReadAndInsertedButNeverChanged() {
    as(
        ada,
        tx -> {
          Tag secret = tx.tags().findByName("secret").orElseThrow();
          assertThat(tx.tags().insert(NewTag.of("new")).name()).isEqualTo("new");
          assertThat(tx.tags().deleteById(secret.id())).isFalse();
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner -> inner.tags().update(secret.with().name("changed").build())))
              .isInstanceOfSatisfying(
                  RowSecurityException.class, e -> assertThat(e.table()).isEqualTo("tags"));
          assertThat(tx.tags().findByName("secret")).contains(secret);
        });
  }

  @Test
  void aValueThatIsTakenIsTheOnlyTraceOfRowsOfOthers() {
    UUID id = UUID.randomUUID();
    store.transaction(
        tx -> {
          tx.dsl().fetch(SET_PRINCIPAL, id.toString());
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner -> inner.users().insert(PostgresStores.user("bob").id(id))))
              .isInstanceOfSatisfying(
                  UniqueViolationException.class,
                  e -> assertThat(e.constraint()).isEqualTo("uq_users_username"));
          String insert =
              "INSERT INTO users SELECT ?, 'bob', 'new@example.com', password_hash, created_at,"
                  + " updated_at, version FROM (VALUES (repeat('x', 90), now(), now(), 0)) AS t"
                  + " (password_hash, created_at, updated_at, version) ON CONFLICT (username) DO ";
          assertThat(tx.dsl().execute(insert + "NOTHING", id)).isZero();
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner -> inner.dsl().execute(insert + "UPDATE SET email = 'x'", id)))
              .isInstanceOfSatisfying(
                  RowSecurityException.class, e -> assertThat(e.table()).isEqualTo("users"));
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner ->
                              inner.users().upsertByUsername(PostgresStores.user("bob").id(id))))
              .isInstanceOf(RowSecurityException.class);
        });
    as(bob, tx -> assertThat(tx.users().findById(bob.id())).contains(bob));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00000000-0000-0000-0000-000000000000"})
  void aPrincipalWithoutRowsSeesNone(String principal) {
    store.transaction(
        tx -> {
          tx.dsl().fetch(SET_PRINCIPAL, principal);
          assertThat(tx.tasks().count()).isZero();
        });
  }

  @Test
  void aMalformedPrincipalIsAnError() {
    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      tx.dsl().fetch(SET_PRINCIPAL, "' OR true --");
                      tx.tasks().count();
                    }))
        .isInstanceOf(InvalidArgumentException.class);
  }

  /** The owner of a view reads for its users, unless the view is a security_invoker. */
  @Test
  void viewsOfTheOwnerAndTruncateIgnorePolicies() throws SQLException {
    PostgresRoleServer.run(
        database,
        OWNER,
        List.of(
            "CREATE VIEW all_tasks AS SELECT * FROM tasks",
            "CREATE VIEW own_tasks WITH (security_invoker) AS SELECT * FROM tasks",
            "GRANT TRUNCATE ON task_tags TO " + APPLICATION));

    as(
        ada,
        tx -> {
          assertThat(tx.dsl().fetchCount(DSL.table("all_tasks"))).isEqualTo(2);
          assertThat(tx.dsl().fetchCount(DSL.table("own_tasks"))).isEqualTo(1);
          tx.dsl().execute("TRUNCATE task_tags");
        });
    as(bob, tx -> assertThat(tx.dsl().fetchCount(DSL.table("task_tags"))).isZero());
  }

  /** Otherwise a condition of the application could report rows of others. */
  @Test
  void aConditionSeesVisibleRowsOnly() throws SQLException {
    PostgresRoleServer.run(
        database,
        OWNER,
        List.of(
            "UPDATE tasks SET title = 'hidden' WHERE user_id = '" + bob.id() + "'",
            "CREATE FUNCTION raises(title text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS"
                + " $$ BEGIN IF title = 'hidden' THEN RAISE 'seen'; END IF; RETURN true; END $$"));

    as(
        ada,
        tx ->
            assertThat(tx.dsl().fetchCount(DSL.table("tasks"), DSL.condition("raises(title)")))
                .isEqualTo(1));
    assertThatThrownBy(
            () ->
                as(
                    bob,
                    tx -> tx.dsl().fetchCount(DSL.table("tasks"), DSL.condition("raises(title)"))))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  void thePoliciesKeepTheIndexes() throws SQLException {
    try (TaskStore owner = PostgresStores.builder(PostgresRoleServer.as(OWNER, database)).open()) {
      for (User user : List.of(ada, bob)) {
        owner.tasks().load(IntStream.range(0, 5_000).mapToObj(i -> NewTask.of(user.id(), "t" + i)));
      }
      owner.users().load(IntStream.range(0, 3_000).mapToObj(i -> PostgresStores.user("user" + i)));
      owner
          .dsl()
          .execute(
              "INSERT INTO task_tags SELECT t.id, g.id FROM tasks t, tags g"
                  + " ON CONFLICT DO NOTHING");
    }
    PostgresRoleServer.run(database, PostgresRoleServer.SUPERUSER, List.of("ANALYZE"));

    for (Consumer<TaskTransaction> query :
        List.<Consumer<TaskTransaction>>of(
            tx -> tx.tasks().findById(adasTask.id()),
            tx -> tx.tasks().findByUser(ada.id(), PageRequest.first(50)),
            tx -> tx.tasks().withTags(List.of(adasTask)),
            tx -> tx.users().findByUsername("ada"),
            tx -> tx.users().findById(ada.id()))) {
      String plan = plan(query);

      assertThat(plan).contains("Index", "current_setting").doesNotContain("Seq Scan on task");
      assertThat(plan).doesNotContain("Seq Scan on users");
    }
  }

  /** Returns the plans of the statements of a call, as the role of the application runs them. */
  private String plan(Consumer<TaskTransaction> query) {
    List<String> statements = new ArrayList<>();
    ExecuteListener recorder =
        new ExecuteListener() {
          @Override
          public void executeStart(ExecuteContext context) {
            statements.add(context.sql());
          }
        };
    try (TaskStore recorded =
        PostgresStores.builder(PostgresRoleServer.as(APPLICATION, database))
            .executeListeners(new DefaultExecuteListenerProvider(recorder))
            .open()) {
      recorded.transaction(
          tx -> {
            tx.dsl().fetch(SET_PRINCIPAL, ada.id().toString());
            statements.clear();
            query.accept(tx);
          });
      return explain(statements);
    }
  }

  /** Parameters without values are accepted outside of prepared statements only. */
  private String explain(List<String> statements) {
    StringBuilder plans = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection(
                database.url() + "?preferQueryMode=simple", APPLICATION, "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        plans.append(sql).append('\n');
        try (ResultSet row =
            statement.executeQuery("EXPLAIN (GENERIC_PLAN) " + withNumberedParameters(sql))) {
          while (row.next()) {
            plans.append(row.getString(1)).append('\n');
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return plans.toString();
  }

  private static String withNumberedParameters(String sql) {
    StringBuilder numbered = new StringBuilder();
    int parameter = 0;
    for (String part : sql.split("[?]", -1)) {
      numbered.append(parameter == 0 ? "" : "$" + parameter).append(part);
      parameter++;
    }
    return numbered.toString();
  }
}

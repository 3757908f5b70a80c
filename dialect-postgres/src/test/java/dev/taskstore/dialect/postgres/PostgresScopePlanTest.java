package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements of a scope read and write by index. */
class PostgresScopePlanTest extends PostgresStoreFixture {

  private static final int USERS = 200;
  private static final int TASKS = 10_000;
  private static final Pattern PARAMETER = Pattern.compile("[?]");

  private final List<String> statements = new CopyOnWriteArrayList<>();

  private final class Recorder implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void executeStart(ExecuteContext context) {
      statements.add(String.valueOf(context.sql()));
    }
  }

  /** On small tables, the planner reads all rows. */
  @BeforeEach
  void insertManyRows() throws SQLException {
    List<User> users =
        store
            .users()
            .insertAll(
                IntStream.range(0, USERS)
                    .mapToObj(i -> NewUser.of("u" + i, "u" + i + "@x", PasswordHash.locked()))
                    .toList());
    store
        .tasks()
        .load(
            IntStream.range(0, TASKS)
                .mapToObj(
                    i ->
                        NewTask.of(users.get(i % USERS).id(), "t")
                            .id(new UUID(1, i))
                            .assigneeId(users.get((i + 1) % USERS).id())));
    store
        .tags()
        .insertAll(
            IntStream.range(0, USERS)
                .mapToObj(i -> NewTag.of("tag " + i).id(new UUID(2, i)))
                .toList());
    store
        .dsl()
        .execute(
            "insert into task_tags select t.id, g.id from tasks t, (select id from tags limit 3) g");
    store
        .dsl()
        .execute(
            "insert into task_shares select t.id, u.id"
                + " from (select id, row_number() over () % 200 as n from tasks) t"
                + " join (select id, row_number() over () % 200 as n from users) u using (n)");
    execute("analyze");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void noStatementReadsAllTasksOrLinks() throws SQLException {
    UUID id = new UUID(1, 1);
    try (TaskStore recorded = builder().executeListeners(() -> new Recorder()).open();
        TaskScope scope = recorded.scopedTo(id)) {
      scope.tasks().findById(id);
      scope.tasks().findByUser(id, PageRequest.first(50));
      scope.tasks().findNewest(PageRequest.first(50));
      scope.tasks().findAllById(List.of(id, new UUID(2, 2)));
      scope.tasks().count();
      scope.tags().findByTasks(List.of(id));
      scope.tasks().deleteById(id);
      scope.tasks().detachTags(id, List.of(id));
      scope.users().findByUsername("ada");
      scope.tasks().findOpenByAssignee(id, PageRequest.first(50));
      scope.tasks().findByAssignee(id, PageRequest.first(50));
      scope.tasks().findByCollaborator(id, PageRequest.first(50));
      scope.users().findByTasks(List.of(id));
      scope.tasks().detachCollaborators(id, List.of(id));
    }

    assertThat(statements).hasSizeGreaterThanOrEqualTo(14);
    try (Connection connection = connect()) {
      for (String statement : statements) {
        assertThat(plan(connection, statement))
            .as(statement)
            .isNotEmpty()
            .noneMatch(step -> step.contains("Seq Scan on tasks"))
            .noneMatch(step -> step.contains("Seq Scan on task_shares"))
            .noneMatch(step -> step.contains("Seq Scan on task_tags"));
      }
    }
  }

  private static List<String> plan(Connection connection, String statement) throws SQLException {
    AtomicInteger parameters = new AtomicInteger();
    String numbered =
        PARAMETER.matcher(statement).replaceAll(unused -> "\\$" + parameters.incrementAndGet());
    List<String> steps = new ArrayList<>();
    try (Statement explain = connection.createStatement()) {
      explain.execute("set plan_cache_mode = force_generic_plan");
      explain.execute("prepare scoped as " + numbered);
      String arguments = String.join(", ", Collections.nCopies(parameters.get(), "null"));
      try (ResultSet rows = explain.executeQuery("explain execute scoped (" + arguments + ")")) {
        while (rows.next()) {
          steps.add(rows.getString(1));
        }
      }
      explain.execute("deallocate scoped");
    }
    return steps;
  }
}

package dev.taskstore.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.db.PageRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements of a scope read and write by index. */
class SqliteScopePlanTest {

  @TempDir Path folder;

  private final List<String> statements = new CopyOnWriteArrayList<>();

  private final class Recorder implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void executeStart(ExecuteContext context) {
      statements.add(String.valueOf(context.sql()));
    }
  }

  @Test
  void noStatementReadsAWholeTable() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("tasks.db");
    UUID id = new UUID(1, 1);
    try (TaskStore store =
            TaskStore.builder().url(url).executeListeners(() -> new Recorder()).open();
        TaskScope scope = store.scopedTo(id)) {
      scope.tasks().findById(id);
      scope.tasks().findByUser(id, PageRequest.first(50));
      scope.tasks().findNewest(PageRequest.first(50));
      scope.tasks().findByTag(id, PageRequest.first(50));
      scope.tasks().findAllById(List.of(id, new UUID(2, 2)));
      scope.tasks().count();
      scope.tags().findByTasks(List.of(id));
      scope.tasks().deleteById(id);
      scope.tasks().deleteAllById(List.of(id));
      scope.tasks().detachTags(id, List.of(id));
      scope.users().findByUsername("ada");
      scope.tasks().findOpenByAssignee(id, PageRequest.first(50));
      scope.tasks().findByAssignee(id, PageRequest.first(50));
      scope.tasks().findByCollaborator(id, PageRequest.first(50));
      scope.users().findByTasks(List.of(id));
      scope.tasks().detachCollaborators(id, List.of(id));
    }

    assertThat(statements).hasSizeGreaterThanOrEqualTo(16);
    try (Connection connection = DriverManager.getConnection(url)) {
      for (String statement : statements) {
        assertThat(plan(connection, statement))
            .as(statement)
            .isNotEmpty()
            .noneMatch(step -> step.matches("SCAN (tasks|task_shares|task_tags|users|tags)\\b.*"));
      }
    }
  }

  private static List<String> plan(Connection connection, String statement) throws SQLException {
    List<String> steps = new ArrayList<>();
    try (Statement explain = connection.createStatement();
        ResultSet rows = explain.executeQuery("explain query plan " + statement)) {
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
    }
    return steps;
  }
}

package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.examples.formats.GitHubIssue;
import dev.taskstore.examples.formats.ImportSummary;
import dev.taskstore.examples.formats.Progress;
import dev.taskstore.examples.formats.TaskImporter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportStatementsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  private final AtomicInteger statements = new AtomicInteger();
  private final AtomicInteger executions = new AtomicInteger();

  private static List<GitHubIssue> issues(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new GitHubIssue(
                    new UUID(i, i),
                    "user" + i % 7,
                    "Issue " + i,
                    null,
                    START.plusSeconds(i),
                    START.plusSeconds(i),
                    i % 2 == 0 ? null : START.plusSeconds(2L * i),
                    i % 2 == 0 ? Set.of() : Set.of("tag" + i % 5)))
        .toList();
  }

  /** Counts each call of an execute method once. A batch counts as one call. */
  private DataSource counting(String url) {
    return proxy(
        DataSource.class,
        (proxy, method, args) -> {
          if (!method.getName().equals("getConnection")) {
            throw new UnsupportedOperationException(method.getName());
          }
          return counting(Connection.class, DriverManager.getConnection(url));
        });
  }

  private <T> T counting(Class<T> type, T target) {
    return proxy(
        type,
        (proxy, method, args) -> {
          if (method.getName().equals("prepareStatement")) {
            statements.incrementAndGet();
          } else if (method.getName().startsWith("execute")
              && target instanceof PreparedStatement) {
            executions.incrementAndGet();
          }
          try {
            Object result = method.invoke(target, args);
            if (result instanceof PreparedStatement statement) {
              return counting(PreparedStatement.class, statement);
            }
            return result instanceof Statement statement
                ? counting(Statement.class, statement)
                : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ImportStatementsTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private record Counts(int statements, int executions) {}

  private Counts countsOf(TaskStore store, List<GitHubIssue> issues, ImportSummary expected) {
    statements.set(0);
    executions.set(0);
    assertThat(TaskImporter.run(store, issues, Progress.NONE)).isEqualTo(expected);
    return new Counts(statements.get(), executions.get());
  }

  /** Imports the same issues twice and returns the counts of each import. */
  private List<Counts> importTwice(String url, int size) {
    List<GitHubIssue> issues = issues(size);
    try (TaskStore store = TaskStore.builder().dataSource(counting(url)).open()) {
      return List.of(
          countsOf(store, issues, new ImportSummary(size, 7, 5, size, 0, 0)),
          countsOf(store, issues, new ImportSummary(size, 7, 5, 0, 0, size)));
    }
  }

  @Test
  void importsInAHandfulOfStatementsOnSqlite() {
    assertHandful(
        TestDatabases.sqlite(folder) + "?foreign_keys=true",
        TestDatabases.sqlite(folder) + "?foreign_keys=true");
  }

  @Test
  void importsInAHandfulOfStatementsOnPostgres() {
    assertHandful(TestDatabases.postgres(), TestDatabases.postgres());
  }

  /** A batch counts as one execution: PostgreSQL receives it whole, and SQLite runs in process. */
  private void assertHandful(String smallUrl, String largeUrl) {
    List<Counts> small = importTwice(smallUrl, 100);
    List<Counts> large = importTwice(largeUrl, 500);

    assertThat(List.of(small.get(0), large.get(0))).containsOnly(new Counts(7, 7));
    assertThat(List.of(small.get(1), large.get(1)))
        .containsExactly(new Counts(4, 4), new Counts(5, 5));
  }
}

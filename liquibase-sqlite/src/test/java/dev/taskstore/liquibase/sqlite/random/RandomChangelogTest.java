package dev.taskstore.liquibase.sqlite.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs random changes on SQLite and PostgreSQL. A step must succeed or fail on both; afterwards,
 * and after the rollback, the tables, their constraints and their rows must be equal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomChangelogTest {

  private static final int PROGRAMS = Integer.getInteger("taskstore.liquibase.programs", 150);
  private static final int STEPS = Integer.getInteger("taskstore.liquibase.steps", 14);
  private static final long SEED = Long.getLong("taskstore.liquibase.seed", 20261130L);

  private EmbeddedPostgres server;
  private PostgresTarget postgres;

  /** The result of a program. */
  private record Outcome(List<Step> steps, Optional<String> difference, int succeeded) {}

  @BeforeAll
  void startServer() throws IOException, SQLException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .start();
    postgres = new PostgresTarget(server.getPostgresDatabase().getConnection());
  }

  @AfterAll
  void stopServer() throws IOException, SQLException {
    postgres.connection().close();
    server.close();
  }

  @Test
  void randomChangesHaveTheSameResultOnSqliteAndPostgres() throws SQLException {
    int steps = 0;
    int succeeded = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      long seed = SEED + i;
      Outcome outcome = generate(seed);
      steps += outcome.steps().size();
      succeeded += outcome.succeeded();
      if (outcome.difference().isPresent()) {
        Outcome shortest = shrink(outcome);
        throw new AssertionError(
            "Seed "
                + seed
                + ": "
                + shortest.difference().orElseThrow()
                + "\n"
                + String.join("\n", shortest.steps().stream().map(Step::toString).toList()));
      }
    }
    assertThat(succeeded).as("steps that succeeded, of %s", steps).isGreaterThan(steps / 2);
    System.out.println(PROGRAMS + " programs, " + steps + " steps, " + succeeded + " succeeded");
  }

  private Outcome generate(long seed) throws SQLException {
    Generator generator = new Generator(new Random(seed));
    List<Step> steps = new ArrayList<>();
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:?foreign_keys=on")) {
      postgres.empty();
      SqliteTarget sqlite = new SqliteTarget(memory);
      List<Step.Change> done = new ArrayList<>();
      int succeeded = 0;
      for (int i = 0; i < STEPS; i++) {
        Step step = generator.next(sqlite.tables());
        steps.add(step);
        Optional<String> difference = run(sqlite, step, done);
        if (difference.isPresent()) {
          return new Outcome(steps, difference, succeeded);
        }
        succeeded = done.size();
      }
      return new Outcome(steps, end(sqlite, done), succeeded);
    }
  }

  private Outcome replay(List<Step> steps) throws SQLException {
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:?foreign_keys=on")) {
      postgres.empty();
      SqliteTarget sqlite = new SqliteTarget(memory);
      List<Step.Change> done = new ArrayList<>();
      for (Step step : steps) {
        Optional<String> difference = run(sqlite, step, done);
        if (difference.isPresent()) {
          return new Outcome(steps, difference, done.size());
        }
      }
      return new Outcome(steps, end(sqlite, done), done.size());
    }
  }

  private Optional<String> run(SqliteTarget sqlite, Step step, List<Step.Change> done) {
    Optional<String> onSqlite = sqlite.run(step);
    Optional<String> onPostgres = postgres.run(step);
    if (onSqlite.isPresent() != onPostgres.isPresent()) {
      return Optional.of(
          step
              + "\n  SQLite: "
              + onSqlite.orElse("ok")
              + "\n  PostgreSQL: "
              + onPostgres.orElse("ok"));
    }
    if (onSqlite.isEmpty() && step instanceof Step.Change change) {
      done.add(change);
    }
    return Optional.empty();
  }

  /** Compares the databases, rolls back as far as possible, and compares them again. */
  private Optional<String> end(SqliteTarget sqlite, List<Step.Change> done) throws SQLException {
    Optional<String> difference = compare("At the end", sqlite);
    for (int i = done.size() - 1; i >= 0 && difference.isEmpty(); i--) {
      Step.Change step = done.get(i);
      if (!postgres.canRollBack(step)) {
        break;
      }
      Optional<String> onSqlite = sqlite.rollBack(step);
      Optional<String> onPostgres = postgres.rollBack(step);
      if (onSqlite.isPresent() != onPostgres.isPresent()) {
        return Optional.of(
            "rollback of "
                + step
                + "\n  SQLite: "
                + onSqlite.orElse("ok")
                + "\n  PostgreSQL: "
                + onPostgres.orElse("ok"));
      }
    }
    return difference.or(() -> compareUnchecked(sqlite));
  }

  private Optional<String> compareUnchecked(SqliteTarget sqlite) {
    try {
      return compare("After the rollback", sqlite);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> compare(String when, SqliteTarget sqlite) throws SQLException {
    List<String> onSqlite = new ArrayList<>(sqlite.state());
    List<String> onPostgres = new ArrayList<>(postgres.state());
    if (onSqlite.equals(onPostgres)) {
      return Optional.empty();
    }
    List<String> common = new ArrayList<>(onSqlite);
    common.retainAll(onPostgres);
    onSqlite.removeAll(common);
    onPostgres.removeAll(common);
    return Optional.of(when + "\n  SQLite: " + onSqlite + "\n  PostgreSQL: " + onPostgres);
  }

  private Outcome shrink(Outcome failed) throws SQLException {
    Outcome shortest = failed;
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (int i = shortest.steps().size() - 1; i >= 0; i--) {
        List<Step> fewer = new ArrayList<>(shortest.steps());
        fewer.remove(i);
        Outcome outcome = replay(fewer);
        if (outcome.difference().isPresent()) {
          shortest = outcome;
          shorter = true;
          break;
        }
      }
    }
    return shortest;
  }
}

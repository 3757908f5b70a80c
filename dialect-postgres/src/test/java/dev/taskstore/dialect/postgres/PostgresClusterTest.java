package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The servers of the tests of replicas and failover. */
class PostgresClusterTest {

  private final PostgresCluster cluster = PostgresCluster.start(2);

  @AfterEach
  void end() {
    cluster.close();
  }

  @Test
  void standbysReplayThePrimaryAndFollowAPromotedOneOnItsTimeline() {
    cluster.execute(0, "CREATE TABLE t (id int)", "INSERT INTO t VALUES (1)");
    cluster.awaitCaughtUp(1);
    cluster.awaitCaughtUp(2);
    assertThat(rows(1)).isEqualTo("1");
    assertThat(cluster.timeline(0)).isEqualTo(1);
    assertThat(cluster.timeline(2)).isEqualTo(1);

    cluster.kill(0);
    cluster.promote(1);
    cluster.follow(2, 1);
    cluster.execute(1, "INSERT INTO t VALUES (2)");
    cluster.awaitCaughtUp(2);

    assertThat(cluster.primary()).isEqualTo(1);
    assertThat(rows(2)).isEqualTo("2");
    assertThat(cluster.timeline(1)).isEqualTo(2);
    assertThat(cluster.timeline(2)).isEqualTo(2);

    cluster.rebuild(0);
    assertThat(cluster.timeline(0)).isEqualTo(2);
    assertThat(rows(0)).isEqualTo("2");
  }

  @Test
  void aSynchronousPrimaryWaitsForItsStandbys() throws Exception {
    cluster.execute(0, "CREATE TABLE t (id int)");
    cluster.synchronous(true);
    cluster.execute(0, "INSERT INTO t VALUES (1)");
    cluster.freeze(1);
    cluster.freeze(2);

    CompletableFuture<Void> write =
        CompletableFuture.runAsync(() -> cluster.execute(0, "INSERT INTO t VALUES (2)"));
    assertThatThrownBy(() -> write.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    cluster.thaw(1);
    cluster.thaw(2);
    write.get(20, TimeUnit.SECONDS);
    cluster.synchronous(false);
    cluster.freeze(1);
    cluster.freeze(2);
    cluster.execute(0, "INSERT INTO t VALUES (3)");
    assertThat(rows(0)).isEqualTo("3");
  }

  @Test
  void aPausedReplayShowsOldRowsUntilItContinues() {
    cluster.execute(0, "CREATE TABLE t (id int)");
    cluster.awaitCaughtUp(1);
    cluster.pauseReplay(1);
    cluster.execute(0, "INSERT INTO t VALUES (1)");
    cluster.awaitCaughtUp(2);
    assertThat(rows(1)).isEqualTo("0");
    cluster.resumeReplay(1);
    cluster.awaitCaughtUp(1);
    assertThat(rows(1)).isEqualTo("1");
  }

  @Test
  void aSwitchOverMakesTheOldPrimaryAStandbyAtTheSameAddress() {
    cluster.execute(0, "CREATE TABLE t (id int)");

    cluster.switchOver(0, 1);
    cluster.execute(1, "INSERT INTO t VALUES (1)");
    cluster.awaitCaughtUp(0);

    assertThat(rows(0)).isEqualTo("1");
    assertThatThrownBy(() -> cluster.execute(0, "INSERT INTO t VALUES (2)"))
        .hasRootCauseInstanceOf(SQLException.class);
  }

  @Test
  void theRoleOfApplicationsNeedsItsPassword() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                cluster.multiHostUrl() + "?targetServerType=primary&hostRecheckSeconds=0",
                PostgresCluster.USER,
                PostgresCluster.PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_is_in_recovery()")) {
      row.next();
      assertThat(row.getBoolean(1)).isFalse();
    }
    // Afterwards, because the driver avoids a server that has refused it in the same millisecond.
    assertThatThrownBy(
            () -> DriverManager.getConnection(cluster.primaryUrl(), PostgresCluster.USER, "wrong"))
        .isInstanceOf(SQLException.class);
  }

  private String rows(int server) {
    return String.valueOf(cluster.query(server, "SELECT count(*) FROM t"));
  }
}

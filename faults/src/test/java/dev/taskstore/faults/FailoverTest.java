package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.postgres.PostgresCluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Failovers of a primary to its standby under load, with one store that stays open: no acknowledged
 * write is lost beyond what the replication permits, no write is repeated, and no connection to the
 * old primary remains.
 */
@Tag("long")
class FailoverTest {

  private static final long OUTAGE_BOUND_MILLIS = 15_000;

  /** What happens to the primary before its standby is promoted. */
  private enum Kind {
    KILL("kill"),
    FREEZE("freeze"),
    READ_ONLY("default_transaction_read_only"),
    SWITCHOVER("restart as a standby"),
    CUT("network cut"),
    ASYNCHRONOUS_KILL("kill, asynchronous");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  private static PostgresCluster cluster;

  @BeforeAll
  static void start() {
    cluster = PostgresCluster.start(1);
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  void aKilledPrimary() throws IOException {
    failOver(Kind.KILL);
  }

  @Test
  void aFrozenPrimaryThatContinuesLater() throws IOException {
    failOver(Kind.FREEZE);
  }

  @Test
  void aPrimaryThatTurnsReadOnly() throws IOException {
    failOver(Kind.READ_ONLY);
  }

  @Test
  void aPrimaryThatBecomesAStandbyAtTheSameAddress() throws IOException {
    failOver(Kind.SWITCHOVER);
  }

  @Test
  void aPrimaryBehindANetworkThatIsCutAndRepaired() throws IOException {
    failOver(Kind.CUT);
  }

  @Test
  void aKilledPrimaryWithAsynchronousReplication() throws IOException {
    failOver(Kind.ASYNCHRONOUS_KILL);
  }

  private void failOver(Kind kind) throws IOException {
    FailoverFigures figures = new FailoverFigures(kind.title);
    try (NetworkLink first = new NetworkLink(cluster.port(0));
        NetworkLink second = new NetworkLink(cluster.port(1));
        TaskStore store = store(kind, first, second)) {
      for (int round = 0; round < FaultSettings.failovers(); round++) {
        failOnce(kind, round, store, List.of(first, second), figures);
      }
    }
    System.out.println(figures);
    assertThat(figures.longestOutage()).isLessThan(OUTAGE_BOUND_MILLIS);
    if (kind != Kind.ASYNCHRONOUS_KILL) {
      assertThat(figures.lost()).isZero();
    }
  }

  private static TaskStore store(Kind kind, NetworkLink first, NetworkLink second) {
    String url =
        kind == Kind.CUT
            ? "jdbc:postgresql://localhost:"
                + first.port()
                + ",localhost:"
                + second.port()
                + "/"
                + PostgresCluster.USER
            : cluster.multiHostUrl();
    return TaskStore.builder()
        .url(url)
        .credentials(PostgresCluster.USER, PostgresCluster.PASSWORD)
        .maximumPoolSize(16)
        .open();
  }

  private void failOnce(
      Kind kind, int round, TaskStore store, List<NetworkLink> links, FailoverFigures figures) {
    int old = cluster.primary();
    cluster.synchronous(kind != Kind.ASYNCHRONOUS_KILL);
    try {
      underLoad(kind, old, round, store, links, figures);
    } finally {
      if (kind != Kind.SWITCHOVER) {
        cluster.rebuild(old);
      }
    }
  }

  private static void underLoad(
      Kind kind,
      int old,
      int round,
      TaskStore store,
      List<NetworkLink> links,
      FailoverFigures figures) {
    FailoverWorkload workload =
        new FailoverWorkload(store, kind.name().toLowerCase(Locale.ROOT) + round + "-");
    try (workload) {
      workload.start();
      ServerProcess.pause(500);
      long begin = System.nanoTime();
      end(kind, old, links);
      workload.awaitWrites(begin + TimeUnit.MILLISECONDS.toNanos(1));
      comeBack(kind, old, links);
      ServerProcess.pause(500);
      workload.awaitWrites(System.nanoTime());
      if (kind != Kind.KILL && kind != Kind.ASYNCHRONOUS_KILL) {
        awaitNoSessions(old);
      }
    }
    assertThat(workload.unexpected()).isEmpty();
    check(workload, figures);
  }

  private static void end(Kind kind, int old, List<NetworkLink> links) {
    int standby = 1 - old;
    switch (kind) {
      case KILL, ASYNCHRONOUS_KILL -> cluster.kill(old);
      case FREEZE -> cluster.freeze(old);
      case READ_ONLY -> cluster.set(old, "default_transaction_read_only", "on");
      case CUT -> links.get(old).cut();
      case SWITCHOVER -> {
        cluster.switchOver(old, standby);
        return;
      }
    }
    cluster.promote(standby);
  }

  private static void comeBack(Kind kind, int old, List<NetworkLink> links) {
    if (kind == Kind.FREEZE) {
      cluster.thaw(old);
    }
    links.get(old).repair();
  }

  /** Commits that wait for the old standby would keep their sessions. */
  private static void awaitNoSessions(int old) {
    String sessions =
        "SELECT count(*) FROM pg_stat_activity WHERE usename = '"
            + PostgresCluster.USER
            + "' AND application_name = 'taskstore'";
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    cluster.set(old, "synchronous_standby_names", "");
    while (!"0".equals(cluster.query(old, sessions))) {
      assertThat(System.nanoTime()).as("sessions of the old primary").isLessThan(deadline);
      ServerProcess.pause(20);
    }
  }

  private static void check(FailoverWorkload workload, FailoverFigures figures) {
    String all =
        String.valueOf(
            cluster.query(cluster.primary(), "SELECT string_agg(username, ' ') FROM users"));
    Set<String> stored = new HashSet<>(List.of(all.split(" ")));
    List<String> failed = new ArrayList<>(workload.failed());
    failed.retainAll(stored);
    assertThat(failed).as("writes that failed and are stored").isEmpty();
    figures.add(workload, stored);
  }
}

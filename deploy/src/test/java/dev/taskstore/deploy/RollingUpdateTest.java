package dev.taskstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Replaces a pod of the web application by another while clients send requests, in the order in
 * which Kubernetes does: the new pod receives connections when its probes succeed; the old one is
 * removed from the service two seconds after its end began, and receives SIGTERM after the pause of
 * the manifest.
 */
@Tag("kubernetes")
class RollingUpdateTest {

  private static final Duration REMOVAL = Duration.ofSeconds(2);

  private Installation installation;

  @BeforeEach
  void install() throws IOException, SQLException, InterruptedException {
    installation = Installation.start("rolling-update");
    installation.migrate();
    installation.createUser();
  }

  @AfterEach
  void remove() throws IOException {
    installation.close();
  }

  /** What happened. */
  private record Outcome(RequestLoad.Result requests, int exitCode, Duration end) {}

  private Outcome replace(Duration pause, Map<String, String> settings)
      throws IOException, InterruptedException {
    try (ServiceProxy service = new ServiceProxy();
        WebPod before = installation.startWeb(settings)) {
      before.awaitReady();
      service.add(before.port());
      try (RequestLoad load = RequestLoad.start(service.port());
          WebPod after = installation.startWeb(settings)) {
        after.awaitReady();
        service.add(after.port());
        Thread.sleep(2_000);
        Instant ending = Instant.now();
        CompletableFuture<Void> removed =
            CompletableFuture.runAsync(
                () -> service.remove(before.port()),
                CompletableFuture.delayedExecutor(REMOVAL.toMillis(), TimeUnit.MILLISECONDS));
        Thread.sleep(pause.toMillis());
        before.process().terminate();
        int exitCode = before.process().await();
        Duration end = Duration.between(ending, Instant.now());
        removed.join();
        Thread.sleep(2_000);
        RequestLoad.Result result = load.stop();
        assertThat(service.connections(before.port())).isPositive();
        assertThat(service.connections(after.port())).isPositive();
        return new Outcome(result, exitCode, end);
      }
    }
  }

  @Test
  void noRequestIsLost() throws IOException, InterruptedException {
    PodTemplate pod = installation.pod("Deployment", "web");
    int pause =
        Json.at(pod.container("web"), "lifecycle.preStop.sleep.seconds").orElseThrow().getAsInt();

    Outcome outcome = replace(Duration.ofSeconds(pause), Map.of());

    System.out.println("With the settings of the manifest: " + outcome);
    assertThat(outcome.requests().failures()).isEmpty();
    assertThat(outcome.requests().succeeded()).isGreaterThan(500);
    assertThat(outcome.requests().missing()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(143);
    assertThat(outcome.end())
        .isLessThan(Duration.ofSeconds(pod.spec().get("terminationGracePeriodSeconds").getAsInt()));
  }

  /** Otherwise the test above would show nothing. */
  @Test
  void requestsAreLostWithoutThePause() throws IOException, InterruptedException {
    Outcome outcome = replace(Duration.ZERO, Map.of("WEB_DRAIN", "0s"));

    System.out.println("Without pause and draining: " + outcome);
    assertThat(outcome.requests().failures()).isNotEmpty();
  }
}

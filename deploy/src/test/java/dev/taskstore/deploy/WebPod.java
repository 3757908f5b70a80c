package dev.taskstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * A running pod of the web application.
 *
 * @param container its container in the manifest, with the probes
 * @param process its process
 * @param port the port of requests on this machine
 * @param managementPort the port of the probes on this machine
 */
record WebPod(JsonObject container, ContainerProcess process, int port, int managementPort)
    implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Returns whether a probe of the manifest succeeds. */
  boolean answers(String probe) {
    JsonObject request = Json.object(container, probe + ".httpGet");
    assertThat(Json.text(request, "port")).isEqualTo("management");
    try (HttpConnection connection = HttpConnection.open(managementPort)) {
      return connection.get(Json.text(request, "path")).status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Waits until the startup probe and the readiness probe succeed. */
  void awaitReady() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!(answers("startupProbe") && answers("readinessProbe"))) {
      assertThat(process.isAlive()).as(process.output()).isTrue();
      assertThat(Instant.now()).as(process.output()).isBefore(end);
      Thread.sleep(200);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}

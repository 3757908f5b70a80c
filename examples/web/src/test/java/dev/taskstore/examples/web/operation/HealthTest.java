package dev.taskstore.examples.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.examples.web.HttpTestClient;
import dev.taskstore.examples.web.SharedServer;
import dev.taskstore.examples.web.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.HealthIndicator;

@ExtendWith(SharedServer.Closing.class)
class HealthTest {

  private final HttpTestClient anonymous =
      HttpTestClient.anonymous(SharedServer.of(TestServer.Kind.SQLITE).server());

  @ParameterizedTest
  @ValueSource(strings = {"", "/startup", "/readiness", "/liveness"})
  void probesNeedNoCredentialsAndShowNoDetails(String group) {
    HttpTestClient.Response response = anonymous.get("/actuator/health" + group);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().get("status").asString()).isEqualTo("UP");
    assertThat(response.json().has("components")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/metrics"})
  void nothingElseIsExposed(String path) {
    HttpTestClient.Response response = anonymous.get(path);

    assertThat(response.status()).isEqualTo(302);
    assertThat(response.header("Location")).endsWith("/sign-in");
  }

  @Test
  void onlyTheStartRequiresTheDatabase(@TempDir Path folder) throws SQLException {
    Map<String, String> silent =
        Map.of("logging.level.dev.taskstore.spring.boot.DatabaseHealthIndicator", "off");
    try (TestServer server = TestServer.start(TestServer.Kind.SQLITE, folder, silent)) {
      HttpTestClient client = HttpTestClient.anonymous(server);
      assertThat(server.context().getBeansOfType(HealthIndicator.class))
          .containsKey("taskStoreHealthIndicator");

      server.store().close();

      assertThat(client.get("/actuator/health/startup").status()).isEqualTo(503);
      assertThat(client.get("/actuator/health/readiness").status()).isEqualTo(200);
      assertThat(client.get("/actuator/health/liveness").status()).isEqualTo(200);
    }
  }
}

package dev.taskstore.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.tck.TckDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Health and metrics over HTTP, with a PostgreSQL server that is stopped. */
class WebApplicationTest {

  private static final String[] SETTINGS = {
    "--server.port=0",
    "--management.endpoints.web.exposure.include=health,prometheus",
    "--management.endpoint.health.show-details=always",
    "--management.prometheus.metrics.export.enabled=true",
    "--taskstore.health.timeout=2s",
  };

  @EnableAutoConfiguration
  static class Application {}

  /** A proxy takes the place of the store until the first call. */
  record LazyUser(@Lazy TaskStore store) {}

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    LazyUser lazyUser(@Lazy TaskStore store) {
      return new LazyUser(store);
    }
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext context, String path)
      throws IOException, InterruptedException {
    String port = context.getEnvironment().getProperty("local.server.port");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void healthIsDownInBoundedTimeWhenTheServerIsDown() throws Exception {
    EmbeddedPostgres server = EmbeddedPostgres.start();
    try {
      TckDatabase database =
          new TckDatabase(server.getJdbcUrl("postgres", "postgres"), "postgres", "", () -> {});
      try (ConfigurableApplicationContext context =
          new SpringApplicationBuilder(Application.class, Beans.class)
              .run(TestApplications.arguments(database, SETTINGS))) {
        LazyUser user = context.getBean(LazyUser.class);
        assertThat(user.store()).isNotSameAs(context.getBean(TaskStore.class));
        assertThat(user.store().users().count()).isZero();

        HttpResponse<String> up = get(context, "/actuator/health");
        assertThat(up.statusCode()).isEqualTo(200);
        assertThat(up.body()).contains("\"taskStore\"", "\"postgres\"").doesNotContain("\"db\"");
        assertThat(get(context, "/actuator/prometheus").body())
            .contains(
                "db_client_operation_duration_seconds_count",
                "taskstore_transaction_seconds_count",
                "hikaricp_connections_active");

        server.close();
        long startedAt = System.nanoTime();
        HttpResponse<String> down = get(context, "/actuator/health");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).contains("\"DOWN\"");
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
            .isLessThan(Duration.ofSeconds(10));
      }
    } finally {
      server.close();
    }
  }
}

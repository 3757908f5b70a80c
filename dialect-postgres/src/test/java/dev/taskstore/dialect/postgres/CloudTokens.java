package dev.taskstore.dialect.postgres;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Credentials;
import dev.taskstore.db.CredentialsProvider;
import java.time.Duration;
import java.time.Instant;

/** The snippets of docs/cloud.md. The parameters stand for the libraries of the services. */
final class CloudTokens {

  /** A token and its end. */
  record AccessToken(String value, Instant expiresAt) {}

  @FunctionalInterface
  interface RdsTokens {
    String generateAuthenticationToken(String hostname, int port, String username);
  }

  @FunctionalInterface
  interface TokenService {
    AccessToken token() throws Exception;
  }

  private CloudTokens() {}

  static TaskStore.Builder rds(TaskStore.Builder builder, RdsTokens utilities, String host) {
    // tag::rds[]
    return builder
        .url("jdbc:postgresql://" + host + "/tasks")
        .credentials(
            CredentialsProvider.cached(
                () ->
                    Credentials.of(
                            "tasks", utilities.generateAuthenticationToken(host, 5432, "tasks"))
                        .expiringAt(Instant.now().plus(Duration.ofMinutes(15))),
                Duration.ofMinutes(2)));
    // end::rds[]
  }

  static TaskStore.Builder oauth(TaskStore.Builder builder, String role, TokenService service) {
    // tag::oauth[]
    return builder.credentials(
        CredentialsProvider.cached(
            () -> {
              AccessToken token = service.token();
              return Credentials.of(role, token.value()).expiringAt(token.expiresAt());
            },
            Duration.ofMinutes(5)));
    // end::oauth[]
  }
}

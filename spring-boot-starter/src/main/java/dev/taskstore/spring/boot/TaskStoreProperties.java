package dev.taskstore.spring.boot;

import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.UnknownChangeSets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the auto-configuration. Immutable.
 *
 * @param url JDBC URL of the database. By default, that of a service connection, or
 *     spring.datasource.url.
 * @param user User of the database. By default, that of a service connection, or
 *     spring.datasource.username.
 * @param password Password of the user.
 * @param connections Which connection pool the store uses.
 * @param changelog Master file of the application's own Liquibase changelog, a resource of the
 *     class path. By default, the schema of users, tasks and tags.
 * @param contexts Active Liquibase contexts.
 * @param migration How opening the database migrates its schema.
 * @param unknownChangeSets What an update does about applied changesets that the changelog does not
 *     contain.
 * @param queryTimeout Maximum duration of a statement; zero for no limit.
 * @param driverProperties Connection properties of the JDBC driver.
 * @param replicas JDBC URLs of replicas, which serve the reads whose preference permits it. On
 *     PostgreSQL, with the user and password of the database.
 * @param rowSecurity Whether policies of row-level security limit the role of the connections. For
 *     the schema of users, tasks and tags on PostgreSQL.
 * @param auditTrail Whether an audit trail that was enabled before records the changes. For the
 *     schema of users, tasks and tags.
 * @param pool Connection pools that the store opens.
 * @param retry Retry of transactions of TaskStore.transaction(...).
 * @param health Health indicator.
 */
@ConfigurationProperties("taskstore")
public record TaskStoreProperties(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("store") Connections connections,
    @Nullable String changelog,
    @DefaultValue List<String> contexts,
    @DefaultValue("update") MigrationMode migration,
    @DefaultValue("warn") UnknownChangeSets unknownChangeSets,
    @DefaultValue("30s") Duration queryTimeout,
    @DefaultValue Map<String, String> driverProperties,
    @DefaultValue List<String> replicas,
    @DefaultValue("false") boolean rowSecurity,
    @DefaultValue("false") boolean auditTrail,
    @DefaultValue Pool pool,
    @DefaultValue Retry retry,
    @DefaultValue Health health) {

  /** Returns the settings without the password. */
  @Override
  public String toString() {
    return "TaskStoreProperties[connections=" + connections + ", changelog=" + changelog + "]";
  }

  /** Which connection pool the store uses. */
  public enum Connections {
    /** Pools that the store opens. The application's data source uses them, too. */
    STORE,
    /** The data source of the application, such as the pool of Spring Boot. */
    APPLICATION
  }

  /**
   * The connection pools that the store opens.
   *
   * @param maximumSize Maximum number of connections.
   * @param connectionTimeout How long a call waits for a connection.
   */
  public record Pool(
      @DefaultValue("10") int maximumSize, @DefaultValue("30s") Duration connectionTimeout) {}

  /**
   * The retry of the transactions of {@code transaction(...)}. {@link RetryTransientFailures} has
   * limits of its own.
   *
   * @param maximumAttempts Maximum number of attempts.
   * @param initialBackoff Upper bound of the first wait.
   * @param maximumBackoff Upper bound of every wait.
   * @param maximumElapsed Maximum time between the start of the first attempt and the start of
   *     another one.
   */
  public record Retry(
      @DefaultValue("100") int maximumAttempts,
      @DefaultValue("10ms") Duration initialBackoff,
      @DefaultValue("500ms") Duration maximumBackoff,
      @DefaultValue("30s") Duration maximumElapsed) {}

  /**
   * The health indicator.
   *
   * @param timeout How long the indicator waits for an answer of the database.
   */
  public record Health(@DefaultValue("5s") Duration timeout) {}
}

package dev.taskstore.differential.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import liquibase.command.CommandScope;
import liquibase.command.core.GenerateChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application whose PostgreSQL database has no changelog: Liquibase writes one from the
 * database, and the repositories generated from it are the same on SQLite.
 */
class ExistingDatabaseTest {

  private static final String SCHEMA =
      """
      CREATE TABLE customers (
        id bigserial PRIMARY KEY,
        name varchar(100) NOT NULL,
        email varchar(255) NOT NULL CONSTRAINT uq_customers_email UNIQUE,
        since timestamp NOT NULL,
        active boolean NOT NULL DEFAULT true);
      CREATE TABLE invoices (
        id uuid PRIMARY KEY,
        customer_id bigint NOT NULL CONSTRAINT fk_invoices_customer REFERENCES customers,
        issued_on date NOT NULL,
        total numeric(12,2) NOT NULL DEFAULT 0,
        note text,
        scan bytea,
        paid_at timestamptz);
      CREATE INDEX ix_invoices_customer ON invoices (customer_id, issued_on);
      """;

  @TempDir Path directory;

  @Test
  void theChangelogThatLiquibaseWritesFromAPostgresDatabaseRunsOnBothDatabases() throws Exception {
    Path changelog = Files.createDirectories(directory.resolve("resources")).resolve("db.xml");
    try (TckDatabase database = PostgresServer.shared().newDatabase("");
        Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(SCHEMA);
      writeChangelog(connection, changelog);
    }

    ApplicationTrial.Outcome outcome =
        ApplicationTrial.run(
            new Application("existing", changelog.getParent(), "db.xml", List.of()), directory);

    assertThat(outcome.passed()).as(outcome.describe()).isTrue();
    assertThat(outcome.repositories()).isEqualTo(2);
  }

  private static void writeChangelog(Connection connection, Path file) throws Exception {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    new CommandScope(GenerateChangelogCommandStep.COMMAND_NAME)
        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
        .addArgumentValue(GenerateChangelogCommandStep.CHANGELOG_FILE_ARG, file.toString())
        .addArgumentValue(GenerateChangelogCommandStep.AUTHOR_ARG, "shop")
        .execute();
  }
}

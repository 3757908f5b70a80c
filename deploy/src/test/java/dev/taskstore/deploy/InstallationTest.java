package dev.taskstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.NewTask;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The containers of the overlay single-server, with their arguments, settings and secrets, on a
 * PostgreSQL server with its roles, rules of access and certificate.
 */
@Tag("kubernetes")
class InstallationTest {

  private Installation installation;

  @BeforeEach
  void install() throws IOException, SQLException {
    installation = Installation.start("installation");
  }

  @AfterEach
  void remove() throws IOException {
    installation.close();
  }

  @Test
  void theApplicationStartsAfterTheMigration() throws IOException, InterruptedException {
    try (WebPod tooEarly = installation.startWeb(Map.of())) {
      assertThat(tooEarly.process().await()).isNotZero();
      assertThat(tooEarly.process().output()).contains("migrat");
    }

    assertThat(installation.migrate().get(0)).contains("applied");
    assertThat(installation.migrate().get(0)).contains("0 applied");

    installation.createUser();
    try (WebPod web = installation.startWeb(Map.of())) {
      web.awaitReady();
      assertThat(web.answers("livenessProbe")).isTrue();
      try (HttpConnection connection = HttpConnection.open(web.port())) {
        assertThat(connection.api("POST", "/api/v1/tasks", "{\"title\": \"Ship 1.0\"}").status())
            .isEqualTo(201);
        assertThat(connection.api("GET", "/api/v1/tasks", "").body()).contains("Ship 1.0");
      }
    }
  }

  @Test
  void theApplicationCanNeitherMigrateNorChangeTheHistory()
      throws InterruptedException, IOException {
    installation.migrate();

    try (TaskStore store = installation.open("application")) {
      for (String statement :
          List.of(
              "CREATE TABLE other (id bigint)",
              "ALTER TABLE tasks ADD COLUMN other bigint",
              "TRUNCATE tasks",
              "DELETE FROM databasechangelog")) {
        assertThatExceptionOfType(DatabaseException.class)
            .as(statement)
            .isThrownBy(() -> store.dsl().execute(statement));
      }
    }
  }

  @Test
  void anArchiveIsWrittenVerifiedAndRestoredIntoAnotherDatabase()
      throws InterruptedException, IOException, SQLException {
    installation.migrate();
    installation.createUser();
    try (TaskStore store = installation.open("application")) {
      User ada = store.users().findByUsername(Installation.USER).orElseThrow();
      store.tasks().insert(NewTask.of(ada.id(), "Before the loss"));
    }

    List<String> backup =
        installation.node().runToEnd(installation.pod("CronJob", "backup"), Map.of());
    assertThat(backup.get(0)).containsPattern("/backups/taskstore-.*[.]zip[.]enc");
    assertThat(backup.get(1)).contains("complete");

    // The commands of docs/kubernetes.md.
    installation
        .server()
        .execute(
            "ALTER DATABASE taskstore RENAME TO taskstore_before_restore",
            "CREATE DATABASE taskstore");
    installation.server().run("privileges.sql");
    List<String> restore =
        installation.node().runToEnd(installation.pod("CronJob", "restore"), Map.of());

    assertThat(restore.get(0)).contains("restored");
    try (TaskStore store = installation.open("application")) {
      User ada = store.users().findByUsername(Installation.USER).orElseThrow();
      assertThat(store.tasks().findByUser(ada.id(), PageRequest.first(9)).items())
          .extracting(task -> task.title())
          .containsExactly("Before the loss");
      store.tasks().insert(NewTask.of(ada.id(), "After the restore"));
    }
  }
}

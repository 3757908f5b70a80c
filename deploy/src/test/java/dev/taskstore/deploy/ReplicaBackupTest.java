package dev.taskstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The overlay cloudnative-pg reads its archives from a replica. */
@Tag("kubernetes")
class ReplicaBackupTest {

  private static String url(EmbeddedPostgres server) {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
  }

  /** Copies the files of a running server, and makes the copy a standby. */
  private static void copy(EmbeddedPostgres primary, Path target) throws IOException, SQLException {
    try (Connection connection = primary.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('copy', true)");
      ResultSet folder = statement.executeQuery("SHOW data_directory");
      folder.next();
      Command.run("cp", "-a", folder.getString(1) + "/.", target.toString());
      ResultSet label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)");
      label.next();
      Files.deleteIfExists(target.resolve("postmaster.pid"));
      Files.write(
          target.resolve("backup_label"), label.getString(1).getBytes(StandardCharsets.UTF_8));
    }
    Files.createFile(target.resolve("standby.signal"));
    Files.writeString(
        target.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=localhost port=" + primary.getPort() + " user=postgres'\n");
  }

  @Test
  void aBackupReadsAReplica() throws IOException, SQLException, InterruptedException {
    Path folder = WorkFolder.create("replica");
    Path data = Files.createDirectory(folder.resolve("data"));
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    for (Path volume : List.of(data, temporary)) {
      List<String> own = new ArrayList<>(Command.asRoot());
      own.addAll(List.of("chown", "10001:10001", volume.toString()));
      Command.run(new ProcessBuilder(own));
    }
    Path files = Files.createDirectory(folder.resolve("standby"));
    try (EmbeddedPostgres primary = EmbeddedPostgres.start()) {
      try (TaskStore store = TaskStore.open(url(primary))) {
        store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
      }
      copy(primary, files);
      Command.run("chmod", "700", files.toString());
      try (EmbeddedPostgres standby =
              EmbeddedPostgres.builder()
                  .setDataDirectory(files)
                  .setCleanDataDirectory(false)
                  .setServerConfig("hot_standby", "on")
                  .start();
          Connection connection = standby.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        ResultSet recovery = statement.executeQuery("SELECT pg_is_in_recovery()");
        recovery.next();
        assertThat(recovery.getBoolean(1)).isTrue();

        Image image = Image.of("console");
        try (ContainerProcess process =
            ContainerProcess.start(
                image,
                List.of("backup", "--to", "/data"),
                Map.of("TASKSTORE_DB", url(standby)),
                image.user(),
                List.of(
                    new ContainerProcess.Mount(data, "/data", false),
                    new ContainerProcess.Mount(temporary, "/tmp", false)))) {
          assertThat(process.await()).as(process.output()).isZero();
          assertThat(process.output()).contains("/data/taskstore-");
        }
      }
    }
  }
}

package dev.taskstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The images run from their file systems, on SQLite, with the arguments of a person. */
@Tag("kubernetes")
class ImagesTest {

  private Path folder;
  private Path data;

  @BeforeEach
  void createVolumes() throws IOException {
    folder = WorkFolder.create("images");
    data = volume("data");
  }

  private Path volume(String name) throws IOException {
    Path volume = Files.createDirectory(folder.resolve(name));
    Command.run(asRoot("chown", "10001:10001", volume.toString()));
    return volume;
  }

  private static ProcessBuilder asRoot(String... command) {
    List<String> all = new ArrayList<>(Command.asRoot());
    all.addAll(List.of(command));
    return new ProcessBuilder(all);
  }

  private List<ContainerProcess.Mount> mounts() throws IOException {
    return List.of(
        new ContainerProcess.Mount(data, "/data", false),
        new ContainerProcess.Mount(volume("tmp-" + System.nanoTime()), "/tmp", false));
  }

  private String console(Image image, String... arguments)
      throws IOException, InterruptedException {
    try (ContainerProcess process =
        ContainerProcess.start(image, List.of(arguments), Map.of(), image.user(), mounts())) {
      assertThat(process.await()).as(process.output()).isZero();
      return process.output();
    }
  }

  @Test
  void theConsoleKeepsTasksInItsVolume() throws IOException, InterruptedException {
    Image image = Image.of("console");
    assertThat(image.user()).isEqualTo("10001:10001");

    assertThat(console(image, "--version")).startsWith("console 0.");
    console(image, "users", "add", "ada", "ada@example.com");
    console(image, "add", "--user", "ada", "Einkäufe planen");

    assertThat(console(image, "list", "--user", "ada")).contains("Einkäufe planen");
    assertThat(console(image, "backup", "--to", "/data")).startsWith("/data/taskstore-");
    assertThat(console(image, "backup", "verify", "--newest", "/data")).contains("complete");
    assertThat(data.resolve("tasks.db")).exists();
  }

  @Test
  void theWebApplicationRunsAsAUserWithoutPrivileges() throws IOException, InterruptedException {
    Image image = Image.of("web");
    Map<String, String> variables =
        Map.of(
            "SERVER_PORT", "0",
            "SERVER_ADDRESS", "127.0.0.1",
            "SPRING_PROFILES_ACTIVE", "production");
    try (ContainerProcess process =
        ContainerProcess.start(image, List.of(), variables, image.user(), mounts())) {
      int port = awaitPort(process);

      try (HttpConnection connection = HttpConnection.open(port)) {
        assertThat(connection.get("/actuator/health/startup").body()).contains("\"UP\"");
        assertThat(connection.get("/sign-in").body()).contains("<form");
      }
      assertThat(process.status("Uid")).isEqualTo("10001 10001 10001 10001");
      assertThat(process.status("Gid")).isEqualTo("10001 10001 10001 10001");
      assertThat(process.status("CapEff")).isEqualTo("0000000000000000");
      assertThat(process.status("NoNewPrivs")).isEqualTo("1");
      process.terminate();
      assertThat(process.await()).as(process.output()).isEqualTo(143);
    }
    assertThat(data.resolve("tasks.db")).exists();
  }

  private static int awaitPort(ContainerProcess process) throws InterruptedException {
    Pattern started = Pattern.compile("Tomcat started on port (\\d+)");
    for (int i = 0; i < 900; i++) {
      Matcher line = started.matcher(process.output());
      if (line.find()) {
        return Integer.parseInt(line.group(1));
      }
      assertThat(process.isAlive()).as(process.output()).isTrue();
      Thread.sleep(200);
    }
    throw new AssertionError(process.output());
  }

  @Test
  void theRootFileSystemCannotBeWritten() throws IOException, InterruptedException {
    Image image = Image.of("console");

    try (ContainerProcess process =
        ContainerProcess.start(
            image,
            List.of("--db", "jdbc:sqlite:/tasks.db", "migrate", "up"),
            Map.of(),
            "0:0",
            mounts())) {
      assertThat(process.await()).isNotZero();
    }
    assertThat(image.root().resolve("tasks.db")).doesNotExist();
  }
}

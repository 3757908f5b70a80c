package dev.taskstore.deploy;

import dev.taskstore.NewUser;
import dev.taskstore.TaskStore;
import dev.taskstore.db.Secrets;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.passwords.PasswordHasher;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The overlay single-server on this machine: the images, the secrets and the database. */
final class Installation implements AutoCloseable {

  static final String USER = "ada";
  static final String PASSWORD = "a long password of a test";

  private final Manifests manifests = Overlay.SINGLE_SERVER.manifests();
  private final Path secretFolder;
  private final DatabaseServer server;
  private final Node node;

  private Installation(Path folder) throws IOException, SQLException {
    secretFolder = folder.resolve("secrets");
    Manifests secrets = SecretFolder.create(secretFolder);
    server = DatabaseServer.start(secretFolder);
    Map<String, Image> images = new HashMap<>();
    for (String example : List.of("web", "console")) {
      images.put("registry.example.com/taskstore/" + example, Image.of(example));
    }
    node =
        new Node(
            Files.createDirectory(folder.resolve("volumes")),
            manifests,
            secrets,
            images,
            server.port());
  }

  /** Starts a server with an empty database. */
  static Installation start(String name) throws IOException, SQLException {
    return new Installation(WorkFolder.create(name));
  }

  Node node() {
    return node;
  }

  DatabaseServer server() {
    return server;
  }

  PodTemplate pod(String kind, String name) {
    return manifests.pod(kind, name);
  }

  /** Runs the migration job. */
  List<String> migrate() throws InterruptedException {
    return node.runToEnd(pod("Job", "migration"), Map.of());
  }

  /** Opens the database as one of its roles. */
  TaskStore open(String role) {
    return TaskStore.builder()
        .url("jdbc:postgresql://localhost:" + server.port() + "/taskstore?sslmode=require")
        .credentials(
            "taskstore_" + role, Secrets.ofFile(secretFolder.resolve(role).resolve("password")))
        .migrationMode(MigrationMode.VALIDATE)
        .open();
  }

  /** Creates a user who can sign in. */
  void createUser() {
    try (TaskStore store = open("application")) {
      store
          .users()
          .insert(
              NewUser.of(USER, USER + "@example.com", PasswordHasher.defaults().hash(PASSWORD)));
    }
  }

  /** Starts a pod of the web application. */
  WebPod startWeb(Map<String, String> overrides) throws IOException {
    int port = freePort();
    int management = freePort();
    Map<String, String> variables = new HashMap<>(overrides);
    variables.put("SERVER_PORT", Integer.toString(port));
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
    variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    PodTemplate pod = pod("Deployment", "web");
    return new WebPod(pod.container("web"), node.start(pod, "web", variables), port, management);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

package dev.taskstore.examples.web;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.User;
import dev.taskstore.passwords.PasswordHasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One application for all HTTP tests of a database, until the end of the process. */
public final class SharedServer {

  /** The failures of an account before it has to wait. */
  public static final int FAILURES = 3;

  public static final String PASSWORD = "a long password of a test";

  private static final Map<TestServer.Kind, SharedServer> SERVERS = new ConcurrentHashMap<>();

  private final TestServer server;
  private final Path folder;
  private final String hash;

  private SharedServer(TestServer server, Path folder) {
    this.server = server;
    this.folder = folder;
    this.hash = server.context().getBean(PasswordHasher.class).hash(PASSWORD).encoded();
  }

  public static SharedServer of(TestServer.Kind kind) {
    return SERVERS.computeIfAbsent(kind, SharedServer::start);
  }

  private static SharedServer start(TestServer.Kind kind) {
    try {
      Path folder = Files.createTempDirectory("web");
      TestServer server =
          TestServer.start(
              kind,
              folder,
              Map.of(
                  "web.sign-in.failures-per-account", Integer.toString(FAILURES),
                  "web.password-memory-kib", "64",
                  "logging.level.com.networknt.schema", "error",
                  "logging.level.dev.taskstore.examples.web.api.ApiErrors", "off"));
      return new SharedServer(server, folder);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the applications after the last test of the process. */
  public static final class Closing implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
      context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(
              SharedServer.class,
              key -> (AutoCloseable) () -> SERVERS.values().forEach(SharedServer::stop));
    }
  }

  private void stop() {
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public TestServer server() {
    return server;
  }

  /** Creates a user with a name that begins with a prefix. */
  public User newUser(String prefix) {
    String name = prefix + "-" + UUID.randomUUID().toString().substring(24);
    return server
        .store()
        .users()
        .insert(NewUser.of(name, name + "@example.com", PasswordHash.ofEncoded(hash)));
  }

  /** Returns a client of the API with the credentials of a user. */
  public HttpTestClient api(User user) {
    return HttpTestClient.basic(server, user.username(), PASSWORD);
  }

  /** Returns a client that signed in through the page. */
  public HttpTestClient pages(User user) {
    return HttpTestClient.signedIn(server, user.username(), PASSWORD);
  }
}

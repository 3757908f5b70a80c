package dev.taskstore.deploy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients of the API that read and write tasks until they are stopped. One half opens a connection
 * for each request, the other half keeps connections as long as the server permits.
 */
final class RequestLoad implements AutoCloseable {

  private static final int CLIENTS = 8;
  private static final int PAUSE_MILLISECONDS = 25;

  private final int port;
  private final List<Thread> threads = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Queue<UUID> written = new ConcurrentLinkedQueue<>();
  private final AtomicInteger succeeded = new AtomicInteger();
  private volatile boolean isStopping;

  /**
   * The result.
   *
   * @param succeeded the number of requests with the expected response
   * @param failures the descriptions of all others, with their number
   * @param missing acknowledged tasks that cannot be read
   */
  record Result(int succeeded, Map<String, Integer> failures, List<UUID> missing) {}

  private RequestLoad(int port) {
    this.port = port;
  }

  static RequestLoad start(int port) {
    RequestLoad load = new RequestLoad(port);
    for (int i = 0; i < CLIENTS; i++) {
      boolean keeps = i % 2 == 0;
      Thread thread = new Thread(() -> load.run(keeps), "client " + i);
      thread.setDaemon(true);
      thread.start();
      load.threads.add(thread);
    }
    return load;
  }

  private void run(boolean keeps) {
    HttpConnection connection = null;
    for (int i = 0; !isStopping; i++) {
      String kind =
          (keeps ? "kept connection, " : "new connection, ") + (i % 2 == 0 ? "read" : "write");
      try {
        if (connection == null || !connection.isUsable() || !keeps) {
          if (connection != null) {
            connection.close();
          }
          connection = HttpConnection.open(port);
        }
        if (i % 2 == 0) {
          expect(connection.api("GET", "/api/v1/me", ""), 200, kind);
        } else {
          UUID id = UUID.randomUUID();
          String task = "{\"id\": \"" + id + "\", \"title\": \"Task\"}";
          if (expect(connection.api("POST", "/api/v1/tasks", task), 201, kind)) {
            written.add(id);
          }
        }
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (IOException e) {
        failures.add(kind + ": " + e);
        connection = null;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private boolean expect(HttpConnection.Response response, int status, String kind) {
    if (response.status() == status) {
      succeeded.incrementAndGet();
      return true;
    }
    failures.add(kind + ": " + response.status());
    return false;
  }

  /** Ends the clients, reads all tasks that were acknowledged, and returns the result. */
  Result stop() throws IOException, InterruptedException {
    isStopping = true;
    for (Thread thread : threads) {
      thread.join();
    }
    List<UUID> missing = new ArrayList<>();
    try (HttpConnection connection = HttpConnection.open(port)) {
      HttpConnection current = connection;
      for (UUID id : written) {
        if (!current.isUsable()) {
          current = HttpConnection.open(port);
        }
        if (current.api("GET", "/api/v1/tasks/" + id, "").status() != 200) {
          missing.add(id);
        }
      }
    }
    Map<String, Integer> counts = new TreeMap<>();
    failures.forEach(failure -> counts.merge(failure, 1, Integer::sum));
    return new Result(succeeded.get(), counts, missing);
  }

  @Override
  public void close() {
    isStopping = true;
  }
}

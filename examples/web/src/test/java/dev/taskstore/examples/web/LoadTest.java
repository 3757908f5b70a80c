package dev.taskstore.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.User;
import dev.taskstore.passwords.PasswordHasher;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many users at once: eight at a time sign in, then all read and write with a second of thinking
 * between two requests, half of them on the pages and half with the API. No request may fail.
 *
 * <p>{@code -Dtaskstore.web.load.users} and {@code -Dtaskstore.web.load.seconds} set the size.
 */
@Tag("load")
class LoadTest {

  private static final int USERS = Integer.getInteger("taskstore.web.load.users", 40);
  private static final int SECONDS = Integer.getInteger("taskstore.web.load.seconds", 5);
  private static final int CONCURRENT_SIGN_INS = 8;
  private static final int TASKS_OF_A_USER = 50;
  private static final int THINKING_MILLISECONDS = 1_000;
  private static final Pattern TASK = Pattern.compile("id=\"task-([0-9a-f-]{36})\"");

  private record Request(String name, long nanos, int status) {}

  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @ParameterizedTest
  @EnumSource(TestServer.Kind.class)
  void manyUsersWorkWithoutAFailure(TestServer.Kind kind, @TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(kind, folder)) {
      List<User> users = createUsers(server);
      long start = System.nanoTime();
      List<HttpTestClient> clients =
          all(users, CONCURRENT_SIGN_INS, user -> measured("sign-in", () -> signIn(server, user)));
      report(kind + ", sign-ins", start);
      requests.clear();
      start = System.nanoTime();
      long end = start + Duration.ofSeconds(SECONDS).toNanos();
      all(
          IntStream.range(0, USERS).boxed().toList(),
          USERS,
          i -> {
            work(i, clients.get(i), end);
            return i;
          });
      report(kind + ", " + USERS + " users", start);
    }
    assertThat(failures).isEmpty();
  }

  private static List<User> createUsers(TestServer server) throws SQLException {
    PasswordHash hash = server.context().getBean(PasswordHasher.class).hash(SharedServer.PASSWORD);
    List<User> users =
        server
            .store()
            .users()
            .insertAll(
                IntStream.range(0, USERS)
                    .mapToObj(i -> NewUser.of("user" + i, "user" + i + "@example.com", hash))
                    .toList());
    for (User user : users) {
      server
          .store()
          .tasks()
          .insertAll(
              IntStream.range(0, TASKS_OF_A_USER)
                  .mapToObj(i -> NewTask.of(user.id(), "Task " + i))
                  .toList());
    }
    return users;
  }

  private static HttpTestClient signIn(TestServer server, User user) {
    String number = user.username().replaceAll("\\D", "");
    if (Integer.parseInt(number) % 2 == 0) {
      return HttpTestClient.signedIn(server, user.username(), SharedServer.PASSWORD).unchecked();
    }
    HttpTestClient client =
        HttpTestClient.basic(server, user.username(), SharedServer.PASSWORD).unchecked();
    assertThat(client.get("/api/v1/me").status()).isEqualTo(200);
    return client;
  }

  private void work(int user, HttpTestClient client, long end) throws InterruptedException {
    Random random = new Random(user);
    Thread.sleep(random.nextInt(THINKING_MILLISECONDS));
    while (System.nanoTime() < end) {
      int choice = random.nextInt(100);
      if (user % 2 == 0) {
        page(client, choice);
      } else {
        api(client, choice);
      }
      Thread.sleep(THINKING_MILLISECONDS / 2 + random.nextInt(THINKING_MILLISECONDS));
    }
  }

  private void page(HttpTestClient client, int choice) {
    if (choice < 45) {
      send("list", () -> client.get("/tasks"));
    } else if (choice < 55) {
      send("filter", () -> client.get("/tasks?text=task+1&priority=medium&sort=due"));
    } else if (choice < 60) {
      send("statistics", () -> client.get("/statistics"));
    } else if (choice < 80) {
      send("create", () -> client.form("/tasks", Map.of("title", "Task of the load test")));
    } else {
      HttpTestClient.Response list = send("board", () -> client.get("/tasks?view=board"));
      Matcher task = TASK.matcher(list == null ? "" : list.body());
      if (task.find()) {
        String path = "/tasks/" + task.group(1) + "/status";
        send("complete", () -> client.form(path, Map.of("status", "completed")));
      }
    }
  }

  private void api(HttpTestClient client, int choice) {
    String tasks = "/api/v1/tasks";
    if (choice < 60) {
      send("API list", () -> client.get(tasks + "?size=25"));
    } else if (choice < 65) {
      send("API statistics", () -> client.get("/api/v1/statistics"));
    } else {
      HttpTestClient.Response created =
          send(
              "API create",
              () -> client.json("POST", tasks, Map.of("title", "A task", "tags", List.of("load"))));
      if (created != null && created.status() == 201) {
        send(
            "API change",
            () ->
                client.json(
                    "PATCH",
                    created.header("Location"),
                    Map.of("status", "completed"),
                    "If-Match",
                    created.header("ETag")));
      }
    }
  }

  @FunctionalInterface
  private interface Work<A, R> {
    R run(A argument) throws Exception;
  }

  private static <A, R> List<R> all(List<A> arguments, int concurrent, Work<A, R> work)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(concurrent);
    try {
      List<Future<R>> running = new ArrayList<>();
      for (A argument : arguments) {
        running.add(threads.submit(() -> work.run(argument)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : running) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private HttpTestClient.Response send(String name, Supplier<HttpTestClient.Response> request) {
    long start = System.nanoTime();
    try {
      HttpTestClient.Response response = request.get();
      requests.add(new Request(name, System.nanoTime() - start, response.status()));
      if (response.status() >= 400) {
        failures.add(name + " " + response.status());
      }
      return response;
    } catch (RuntimeException e) {
      failures.add(name + " " + e);
      return null;
    }
  }

  private <T> T measured(String name, Supplier<T> request) {
    long start = System.nanoTime();
    T result = request.get();
    requests.add(new Request(name, System.nanoTime() - start, 200));
    return result;
  }

  private void report(String title, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    long[] times = requests.stream().mapToLong(Request::nanos).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%s: %d requests in %.1f s, %.0f a second, median %.0f ms, p99 %.0f ms, maximum %.0f ms,"
            + " %d failures%n",
        title,
        times.length,
        seconds,
        times.length / seconds,
        milliseconds(times, 0.5),
        milliseconds(times, 0.99),
        milliseconds(times, 1),
        failures.size());
    for (String name : new TreeSet<>(requests.stream().map(Request::name).toList())) {
      long[] some =
          requests.stream()
              .filter(request -> request.name().equals(name))
              .mapToLong(Request::nanos)
              .sorted()
              .toArray();
      System.out.printf(
          Locale.ROOT,
          "  %s: %d, median %.0f ms, p99 %.0f ms%n",
          name,
          some.length,
          milliseconds(some, 0.5),
          milliseconds(some, 0.99));
    }
  }

  private static double milliseconds(long[] sorted, double quantile) {
    int index = (int) Math.ceil(quantile * sorted.length) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.max(0, index)] / 1e6;
  }
}

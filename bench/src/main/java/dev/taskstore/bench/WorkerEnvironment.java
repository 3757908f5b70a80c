package dev.taskstore.bench;

import java.util.Locale;
import java.util.Map;

/** The settings of a worker process, in environment variables so that passwords stay hidden. */
final class WorkerEnvironment {

  private static final String TASKS = "BENCH_TASKS";
  private static final String USERS = "BENCH_USERS";

  private WorkerEnvironment() {}

  private static String key(DatabaseKind kind, String what) {
    return "BENCH_" + kind.name() + "_" + what.toUpperCase(Locale.ROOT);
  }

  static void put(Map<String, String> environment, Target target) {
    environment.put(key(target.kind(), "target"), target.url());
    environment.put(key(target.kind(), "user"), target.user());
    environment.put(key(target.kind(), "password"), target.password());
  }

  static void put(Map<String, String> environment, Dataset data) {
    environment.put(TASKS, Integer.toString(data.tasks()));
    environment.put(USERS, Integer.toString(data.users()));
  }

  static Target target(DatabaseKind kind) {
    return new Target(
        kind, get(key(kind, "target")), get(key(kind, "user")), get(key(kind, "password")));
  }

  static Dataset dataset() {
    return new Dataset(Integer.parseInt(get(TASKS)), Integer.parseInt(get(USERS)));
  }

  private static String get(String key) {
    String value = System.getenv(key);
    if (value == null) {
      throw new IllegalStateException(key + " is not set. Comparison sets it for its workers.");
    }
    return value;
  }
}

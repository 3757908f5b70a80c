package dev.taskstore.bench.transfer;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Target;
import java.util.Map;

/** Passes the source and the target of a copy to a child process, in environment variables. */
final class CopyTarget {

  private static final String SOURCE = "BENCH_SOURCE";
  private static final String TARGET = "BENCH_TARGET";

  private CopyTarget() {}

  static void put(Map<String, String> environment, Target source, Target target) {
    put(environment, SOURCE, source);
    put(environment, TARGET, target);
  }

  private static void put(Map<String, String> environment, String prefix, Target target) {
    environment.put(prefix + "_KIND", target.kind().id());
    environment.put(prefix + "_URL", target.url());
    environment.put(prefix + "_USER", target.user());
    environment.put(prefix + "_PASSWORD", target.password());
  }

  static Target source() {
    return of(SOURCE);
  }

  static Target target() {
    return of(TARGET);
  }

  private static Target of(String prefix) {
    return new Target(
        DatabaseKind.of(System.getenv(prefix + "_KIND")),
        System.getenv(prefix + "_URL"),
        System.getenv(prefix + "_USER"),
        System.getenv(prefix + "_PASSWORD"));
  }
}

package dev.taskstore.faults;

import java.time.Duration;

/** How much is done; the properties of the module's pom, which a profile raises. */
final class FaultSettings {

  private static final String PREFIX = "taskstore.faults.";

  private FaultSettings() {}

  /** How often a process is killed while it writes. */
  static int killsDuringWrites() {
    return number("kills.writes");
  }

  /** How often a process is killed while it migrates. */
  static int killsDuringMigrations() {
    return number("kills.migrations");
  }

  /** How often a server is killed under load. */
  static int killsOfServer() {
    return number("kills.server");
  }

  /** How often each thread increments. */
  static int increments() {
    return number("increments");
  }

  /** How long the soak takes. */
  static Duration soak() {
    return Duration.ofSeconds(number("soak.seconds"));
  }

  /** Whether small file systems are mounted. */
  static boolean mounts() {
    return Boolean.getBoolean(PREFIX + "mounts");
  }

  /** What random choices begin with. */
  static long seed() {
    return Long.getLong(PREFIX + "seed");
  }

  private static int number(String name) {
    return Integer.getInteger(PREFIX + name);
  }
}

package dev.taskstore.faults;

import java.time.Duration;

/** The numbers of repetitions, from properties of the module's POM, which a profile raises. */
final class FaultSettings {

  private static final String PREFIX = "taskstore.faults.";

  private FaultSettings() {}

  /** Returns how often a process is killed while it writes. */
  static int killsDuringWrites() {
    return number("kills.writes");
  }

  /** Returns how often a process is killed while it migrates. */
  static int killsDuringMigrations() {
    return number("kills.migrations");
  }

  /** Returns how often a process is killed while it rebuilds tables. */
  static int killsDuringRebuilds() {
    return number("kills.rebuilds");
  }

  /** Returns how often each kind of copy is killed. */
  static int killsOfCopies() {
    return number("kills.copies");
  }

  /** Returns how often each kind of backup and restore is killed. */
  static int killsOfBackups() {
    return number("kills.backups");
  }

  /** Returns the number of tasks to copy, back up and restore. */
  static int rows() {
    return number("rows");
  }

  /** Returns how often a server is killed under load. */
  static int killsOfServer() {
    return number("kills.server");
  }

  /** Returns the number of failovers of each kind. */
  static int failovers() {
    return number("failovers");
  }

  /** Returns how often each thread increments. */
  static int increments() {
    return number("increments");
  }

  /** Returns the number of reads after a token. */
  static int tokenReads() {
    return number("token.reads");
  }

  /** Returns the duration of the soak test. */
  static Duration soak() {
    return Duration.ofSeconds(number("soak.seconds"));
  }

  /** Returns whether tests may mount small file systems. */
  static boolean mounts() {
    return Boolean.getBoolean(PREFIX + "mounts");
  }

  /** Returns the random seed. */
  static long seed() {
    return Long.getLong(PREFIX + "seed");
  }

  private static int number(String name) {
    return Integer.getInteger(PREFIX + name);
  }
}

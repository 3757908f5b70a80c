package dev.taskstore.examples.console;

import java.util.Locale;

/** The order of a list of tasks. */
enum TaskSort {
  /** The newest first. */
  NEWEST,
  /** By due time; only tasks that have one. */
  DUE,
  /** The most urgent first, then by due time, then the oldest. */
  PRIORITY;

  String literal() {
    return name().toLowerCase(Locale.ROOT);
  }
}

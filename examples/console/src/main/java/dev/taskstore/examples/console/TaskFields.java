package dev.taskstore.examples.console;

import dev.taskstore.TaskPriority;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The options that a task is added and edited with. */
final class TaskFields {

  @Option(
      names = {"-d", "--description"},
      paramLabel = "TEXT",
      description = "The details.")
  String description;

  @Option(
      names = {"-p", "--priority"},
      paramLabel = "PRIORITY",
      description = "low, medium or high.")
  TaskPriority priority;

  @Option(
      names = "--due",
      paramLabel = "TIME",
      description =
          "A date (its end, in UTC) or a time, as 2026-01-31 or 2026-01-31T17:00:00+01:00.")
  Instant due;
}

package dev.taskstore.examples.console;

import dev.taskstore.TaskPriority;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The options for the fields of a task. */
final class TaskFields {

  @Option(
      names = {"-d", "--description"},
      paramLabel = "TEXT",
      description = "The description.")
  String description;

  @Option(
      names = {"-p", "--priority"},
      paramLabel = "PRIORITY",
      description = "The priority: low, medium or high.")
  TaskPriority priority;

  @Option(
      names = "--due",
      paramLabel = "TIME",
      description =
          "The due time: 2026-01-31T17:00:00+01:00, or 2026-01-31 for the end of that day in UTC.")
  Instant due;
}

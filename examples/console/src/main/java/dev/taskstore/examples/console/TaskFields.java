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
          "The due time in your time zone: "
              + DueTime.FORMS
              + ". A day without a time ends at 23:59:59.")
  Instant due;
}

package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.TaskPriority;

/** Schemas of the fields of a task in arguments, with the limits of the database. */
final class TaskFields {

  static final Schema TITLE = Schema.text(1, 255);
  static final Schema DESCRIPTION = Schema.text(0, 65_536);
  static final Schema PRIORITY = Schema.oneOf(TaskPriority.values());
  static final Schema DUE_AT =
      Schema.instant().describe("With an offset, such as 2026-03-01T17:00:00Z.");

  private TaskFields() {}
}

package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;

/** The texts of constants in arguments and results: those that the database stores. */
final class Literals {

  private Literals() {}

  static String of(Object constant) {
    if (constant instanceof TaskStatus status) {
      return status.literal();
    } else if (constant instanceof TaskPriority priority) {
      return priority.literal();
    }
    return constant.toString();
  }
}

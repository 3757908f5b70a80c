package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.TaskWithTags;
import java.util.List;
import java.util.UUID;

/** Reads the tasks that a batch has changed. */
final class TaskList {

  private TaskList() {}

  /** Returns the tasks in the given order, without those that somebody has deleted meanwhile. */
  static List<TaskWithTags> read(Caller caller, List<UUID> ids) {
    return caller.read(tx -> tx.tasks().withTags(tx.tasks().findAllById(ids)));
  }
}

package dev.taskstore.examples.console.io;

import java.io.IOException;

/** Writes tasks to a file. The same tasks give the same text on every platform. */
public interface TaskWriter {

  /**
   * Writes a task.
   *
   * @param details the task
   * @throws IOException when it cannot be written
   */
  void write(TaskDetails details) throws IOException;

  /**
   * Writes what stands after the last task.
   *
   * @throws IOException when it cannot be written
   */
  void finish() throws IOException;
}

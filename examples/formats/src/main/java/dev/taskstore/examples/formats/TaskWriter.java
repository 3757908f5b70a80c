package dev.taskstore.examples.formats;

import java.io.IOException;

/** Writes tasks to a file. Equal tasks give equal bytes on every platform. */
public interface TaskWriter {

  /**
   * Writes a task.
   *
   * @param details the task
   * @throws IOException if it cannot be written
   */
  void write(TaskDetails details) throws IOException;

  /**
   * Writes the end of the file and flushes it.
   *
   * @throws IOException if it cannot be written
   */
  void finish() throws IOException;
}

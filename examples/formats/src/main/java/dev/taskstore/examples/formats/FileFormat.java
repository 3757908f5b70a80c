package dev.taskstore.examples.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** A file format for import and export. */
public enum FileFormat {
  /** A JSON array of issues, as in GitHub's REST API. */
  GITHUB("github"),
  /** The todo.txt format: one task per line. */
  TODO_TXT("todo.txt");

  private final String literal;

  FileFormat(String literal) {
    this.literal = literal;
  }

  /**
   * Returns the name of the format.
   *
   * @return the name, such as {@code todo.txt}
   */
  public String literal() {
    return literal;
  }

  /**
   * Returns the format for a file name.
   *
   * @param fileName the name
   * @return todo.txt for {@code .txt}, and GitHub for everything else
   */
  public static FileFormat of(String fileName) {
    return fileName.endsWith(".txt") ? TODO_TXT : GITHUB;
  }

  /**
   * Reads all tasks.
   *
   * @param in the file; this method does not close it
   * @param username the name of the owner of tasks in a format without owners
   * @param clock the clock, in the time zone of the dates in the file
   * @param refused receives the problem of each task that is invalid, which is omitted from the
   *     result
   * @return the tasks in the order of the file
   * @throws InvalidFileException if the content as a whole is invalid
   * @throws IOException if the file cannot be read
   */
  public List<? extends ImportedTask> read(
      InputStream in, String username, Clock clock, Consumer<InvalidFileException> refused)
      throws IOException {
    return switch (this) {
      case GITHUB -> GitHubIssueReader.read(in, refused);
      case TODO_TXT -> TodoTxtReader.read(in, username, clock, refused);
    };
  }

  /**
   * Starts a file.
   *
   * @param out the file, which the result does not close
   * @param zone the time zone of dates in the file
   * @return the writer
   * @throws IOException if the file cannot be written
   */
  public TaskWriter writer(Writer out, ZoneId zone) throws IOException {
    return switch (this) {
      case GITHUB -> new GitHubIssueWriter(out);
      case TODO_TXT -> new TodoTxtWriter(out, zone);
    };
  }
}

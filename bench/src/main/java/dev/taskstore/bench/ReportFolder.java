package dev.taskstore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a report goes.
 *
 * @param path the folder; it is made if it is not there
 */
public record ReportFolder(Path path) {

  private static final String PAGE = "PERFORMANCE.md";

  /**
   * Writes tables into a section of the page and all figures beside it, and prints the tables.
   *
   * @param section where the tables go
   * @param tables whole lines of Markdown
   * @param name of the file with the figures
   * @param json the figures
   * @throws IOException when something cannot be written
   */
  public void write(MarkedSection section, String tables, String name, String json)
      throws IOException {
    section.write(path.resolve(PAGE), tables);
    write(name, json);
    System.out.println(tables);
    System.out.println("Written to " + path.toAbsolutePath().normalize());
  }

  /** Writes another file. */
  void write(String name, String content) throws IOException {
    Files.createDirectories(path);
    Files.writeString(path.resolve(name), content, StandardCharsets.UTF_8);
  }
}

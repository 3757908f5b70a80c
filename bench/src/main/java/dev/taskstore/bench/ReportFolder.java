package dev.taskstore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of a report.
 *
 * @param path the folder; it is created if missing
 */
public record ReportFolder(Path path) {

  private static final String PAGE = "PERFORMANCE.md";

  /**
   * Writes tables into a section of the page and all results into a JSON file, and prints the
   * tables.
   *
   * @param section the section for the tables
   * @param tables lines of Markdown
   * @param name the name of the JSON file
   * @param json the results
   * @throws IOException if a file cannot be written
   */
  public void write(MarkedSection section, String tables, String name, String json)
      throws IOException {
    section.write(path.resolve(PAGE), tables);
    write(name, json);
    System.out.println(tables);
    System.out.println("Written to " + path.toAbsolutePath().normalize());
  }

  /** Writes a file into the folder. */
  void write(String name, String content) throws IOException {
    Files.createDirectories(path);
    Files.writeString(path.resolve(name), content, StandardCharsets.UTF_8);
  }
}

package dev.taskstore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page that a program generates. Text outside its markers is preserved.
 *
 * @param begin the marker line before the section
 * @param end the marker line after the section
 */
public record MarkedSection(String begin, String end) {

  /** Returns the section of a program. */
  public static MarkedSection of(String name, Class<?> program) {
    return new MarkedSection(
        "<!-- " + name + ": written by " + program.getName() + " -->",
        "<!-- end of " + name + " -->");
  }

  /**
   * Replaces the text between the markers. Creates a missing page, and appends missing markers at
   * the end of the page.
   *
   * @param file the page
   * @param content whole lines
   * @throws IOException if the page cannot be read or written
   * @throws IllegalStateException if the page has only one of the markers, or the end before the
   *     begin
   */
  public void write(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    String text =
        Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "# Performance\n";
    Files.writeString(file, replaced(text, content), StandardCharsets.UTF_8);
  }

  /**
   * Returns the text between the markers.
   *
   * @param file the page
   * @throws IOException if the page cannot be read
   * @throws IllegalStateException if the page does not contain both markers in order
   */
  public String read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw missing();
    }
    return text.substring(from + begin.length() + 1, to);
  }

  private String replaced(String text, String content) {
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 && to < 0) {
      return text + "\n" + begin + "\n" + content + end + "\n";
    }
    if (from < 0 || to < from) {
      throw missing();
    }
    return text.substring(0, from + begin.length()) + "\n" + content + text.substring(to);
  }

  private IllegalStateException missing() {
    return new IllegalStateException(
        "The page does not contain the marker lines " + begin + " and " + end);
  }
}

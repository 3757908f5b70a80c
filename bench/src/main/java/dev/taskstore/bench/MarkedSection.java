package dev.taskstore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page that a program writes: what people have written around its marks stays.
 *
 * @param begin the line before it
 * @param end the line after it
 */
public record MarkedSection(String begin, String end) {

  /** The section of a program. */
  public static MarkedSection of(String name, Class<?> program) {
    return new MarkedSection(
        "<!-- " + name + ": written by " + program.getName() + " -->",
        "<!-- end of " + name + " -->");
  }

  /**
   * Replaces what stands between the marks. A page that is not there is made, and one without the
   * marks gets them at its end.
   *
   * @param file the page
   * @param content whole lines
   * @throws IOException when the page cannot be read or written
   * @throws IllegalStateException when the page has only one of the marks, or the last one first
   */
  public void write(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    String text =
        Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "# Performance\n";
    Files.writeString(file, replaced(text, content), StandardCharsets.UTF_8);
  }

  private String replaced(String text, String content) {
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 && to < 0) {
      return text + "\n" + begin + "\n" + content + end + "\n";
    }
    if (from < 0 || to < from) {
      throw new IllegalStateException("The page has no lines " + begin + " and " + end);
    }
    return text.substring(0, from + begin.length()) + "\n" + content + text.substring(to);
  }
}

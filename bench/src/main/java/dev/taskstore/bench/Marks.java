package dev.taskstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The lines between which a program writes into {@code PERFORMANCE.md}.
 *
 * @param begin the line before
 * @param end the line behind
 */
public record Marks(String begin, String end) {

  private static final String NEW_PAGE = "# Performance\n";

  /** The marks of a program. */
  public static Marks of(String name, Class<?> program) {
    return new Marks(
        "<!-- " + name + ": written by " + program.getName() + " -->",
        "<!-- end of " + name + " -->");
  }

  /** Writes into the page of a folder. */
  public void write(Path folder, String figures) throws IOException {
    Path page = folder.resolve("PERFORMANCE.md");
    String text = Files.exists(page) ? Files.readString(page) : NEW_PAGE;
    Files.writeString(page, replaced(text, figures));
  }

  /** What others have written around the marks stays; without marks the figures come last. */
  String replaced(String text, String figures) {
    if (!text.contains(begin) && !text.contains(end)) {
      return text + "\n" + begin + "\n" + figures + end + "\n";
    }
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException("The page lacks one of the lines " + begin + " and " + end);
    }
    return text.substring(0, from + begin.length()) + "\n" + figures + text.substring(to);
  }
}

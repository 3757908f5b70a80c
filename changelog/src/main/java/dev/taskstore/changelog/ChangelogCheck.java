package dev.taskstore.changelog;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Checks the files of one changelog as they are read: the names of elements, attributes and keys,
 * and cycles of includes. Liquibase ignores most unknown names and does not detect cycles.
 *
 * <p>Not thread-safe.
 */
public final class ChangelogCheck {

  private final ChangelogIncludes includes = new ChangelogIncludes();

  /** Creates a check that has read no file. */
  public ChangelogCheck() {}

  /**
   * Returns the path of a file without the prefix {@code classpath:}, without a leading slash and
   * without the segments {@code .} and {@code ..}.
   *
   * @param path a path as changelogs and applications write it
   * @return the path with slashes
   */
  public static String normalize(String path) {
    return ChangelogIncludes.normalize(path);
  }

  /**
   * Returns whether a file may be a changelog whose names are checked: XML, YAML or JSON.
   *
   * @param file the path of the file
   * @return true if {@link #add} checks the file
   */
  public static boolean isChecked(String file) {
    return ChangelogSyntax.isChecked(file);
  }

  /**
   * Checks the next file. A malformed file has no problem here, because Liquibase reports it.
   *
   * @param file the {@linkplain #normalize normalized} path
   * @param content the content of the file
   * @return the first problem in sentences that name the file, the line and what to do; empty if
   *     there is none
   * @throws IOException if no XML parser can be created
   */
  public Optional<String> add(String file, byte[] content) throws IOException {
    ChangelogSyntax syntax = ChangelogSyntax.of(file, content);
    if (syntax.problem().isPresent()) {
      return Optional.of(
          "The changelog file "
              + file
              + " is invalid, "
              + syntax.problem().get().describe()
              + ". Correct the name or move it to its place.");
    }
    List<String> cycle = includes.add(file, syntax.includes());
    return cycle.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The changelog includes itself: "
                + String.join(" includes ", cycle)
                + ". Remove one of these includes.");
  }
}

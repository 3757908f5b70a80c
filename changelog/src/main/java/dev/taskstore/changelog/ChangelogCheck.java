package dev.taskstore.changelog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the files of one changelog as they are read: the names of elements, attributes and keys,
 * and cycles of includes. Liquibase ignores most unknown names and does not detect cycles.
 *
 * <p>Not thread-safe.
 */
public final class ChangelogCheck {

  private final ChangelogIncludes includes = new ChangelogIncludes();
  private final Map<String, List<String>> cycles = new HashMap<>();
  private final Map<String, List<CustomClass>> customClasses = new HashMap<>();

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
   * @return the problems, each in sentences that name the file, the line and what to do; empty if
   *     there is none. Liquibase can read the file nevertheless, and ignores what does not exist
   * @throws IOException if no XML parser can be created
   */
  public List<String> add(String file, byte[] content) throws IOException {
    ChangelogSyntax syntax = ChangelogSyntax.of(file, content);
    List<String> problems = new ArrayList<>();
    for (ChangelogSyntax.Problem problem : syntax.problems()) {
      problems.add(
          "The changelog file "
              + file
              + " is invalid, "
              + problem.describe()
              + ". Correct the name or move it to its place.");
    }
    customClasses.put(file, syntax.customClasses());
    cycles.putIfAbsent(file, includes.add(file, syntax.includes()));
    return problems;
  }

  /**
   * Returns the cycle that a file closes. Liquibase must not read such a file: it does not detect
   * cycles.
   *
   * @param file the normalized path of a file that was added
   * @return sentences that name the files and what to do; empty if the file closes no cycle
   */
  public Optional<String> cycle(String file) {
    List<String> cycle = cycles.getOrDefault(file, List.of());
    return cycle.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The changelog includes itself: "
                + String.join(" includes ", cycle)
                + ". Remove one of these includes.");
  }

  /**
   * Returns the files that a file includes and that Liquibase requires, except those whose names
   * contain parameters.
   *
   * @param file the normalized path of a file that was added
   * @return the normalized paths in the order of the file
   */
  public List<String> includesOf(String file) {
    return includes.required(file);
  }

  /**
   * Returns the classes that a file names.
   *
   * @param file the normalized path of a file that was added
   * @return the classes of custom changes and preconditions in the order of the file
   */
  public List<CustomClass> customClassesOf(String file) {
    return customClasses.getOrDefault(file, List.of());
  }
}

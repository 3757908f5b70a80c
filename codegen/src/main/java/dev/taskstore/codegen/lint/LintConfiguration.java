package dev.taskstore.codegen.lint;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The changelog to lint.
 *
 * @param changelog the path of the changelog inside one of the directories, with slashes
 * @param resources the directories to search for the changelog and the files that it includes;
 *     missing directories are skipped
 */
public record LintConfiguration(String changelog, List<Path> resources) {

  /** Copies the list. */
  public LintConfiguration {
    Objects.requireNonNull(changelog, "changelog");
    resources = List.copyOf(resources);
  }
}

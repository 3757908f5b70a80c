package dev.taskstore.codegen.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** The dependencies of a project that may contain included changelogs. */
final class Dependencies {

  private Dependencies() {}

  /**
   * Returns the compile class path of a project without its own classes and resources.
   *
   * @param classPath the class path
   * @param classes the directory of the project's own classes and resources
   */
  static List<Path> of(List<String> classPath, File classes) {
    return classPath.stream()
        .filter(element -> !new File(element).equals(classes))
        .map(Path::of)
        .toList();
  }
}

package dev.taskstore.codegen.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** The compile class path of a project. */
final class ClassPaths {

  private ClassPaths() {}

  /**
   * Returns the entries without the project's own classes: they are compiled after sources are
   * generated, so that only a second build would find them.
   */
  static List<Path> dependencies(List<String> elements, File ownClasses) {
    Path own = ownClasses == null ? null : ownClasses.toPath().toAbsolutePath();
    return elements.stream()
        .map(Path::of)
        .filter(entry -> !entry.toAbsolutePath().equals(own))
        .toList();
  }
}

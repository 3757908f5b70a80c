package dev.taskstore.spring.boot;

import java.util.List;
import java.util.stream.Collectors;

/** Libraries on the class path have versions that TaskStore does not support. */
final class UnsupportedVersionsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A library with an unsupported version.
   *
   * @param name the name
   * @param version the version on the class path
   * @param property the property of the build that sets the version
   * @param tested a version that is tested
   */
  record Unsupported(String name, String version, String property, String tested) {}

  private final transient List<Unsupported> libraries;

  UnsupportedVersionsException(List<Unsupported> libraries) {
    super(
        "TaskStore does not support "
            + libraries.stream()
                .map(library -> library.name() + " " + library.version())
                .collect(Collectors.joining(", "))
            + ".");
    this.libraries = List.copyOf(libraries);
  }

  List<Unsupported> libraries() {
    return libraries;
  }
}

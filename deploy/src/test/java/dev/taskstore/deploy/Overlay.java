package dev.taskstore.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The overlays, with the objects that kustomize makes of them. */
enum Overlay {
  SINGLE_SERVER,
  CLOUDNATIVE_PG,
  MANAGED;

  static final Path FOLDER = Path.of("kubernetes");

  /** Returns the folder of the overlay. */
  Path folder() {
    return FOLDER.resolve("overlays").resolve(title());
  }

  /** Returns the file with the recorded objects. */
  Path recorded() {
    return FOLDER.resolve("rendered").resolve(title() + ".yaml");
  }

  private String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the recorded objects. */
  Manifests manifests() {
    try {
      return Manifests.parse(Files.readString(recorded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.taskstore.deploy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The overlays, with the objects that kustomize makes of them. */
enum Overlay {
  SINGLE_SERVER,
  CLOUDNATIVE_PG,
  MANAGED;

  static final Path FOLDER = Path.of("kubernetes");

  /** The YAML of each overlay: kustomize takes a second, and tests change the objects. */
  private static final Map<Overlay, String> RENDERED = new ConcurrentHashMap<>();

  /** Returns the folder of the overlay. */
  Path folder() {
    return FOLDER.resolve("overlays").resolve(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Returns the objects that kustomize makes. */
  Manifests manifests() {
    return Manifests.parse(
        RENDERED.computeIfAbsent(
            this, overlay -> Command.run("kubectl", "kustomize", overlay.folder().toString())));
  }
}

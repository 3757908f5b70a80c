package dev.taskstore.differential.changelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A changelog to try, with the directory that it is relative to. */
record Application(String name, Path resources, String changelog, List<String> contexts) {

  /**
   * Reads a list of applications: in each line the name, the directory, relative to the list, the
   * changelog, and contexts if there are any, separated by {@code |}.
   */
  static List<Application> list(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\|"))
        .map(
            fields ->
                new Application(
                    fields[0].strip(),
                    file.toAbsolutePath().resolveSibling(fields[1].strip()),
                    fields[2].strip(),
                    fields.length < 4 ? List.of() : List.of(fields[3].strip().split(","))))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}

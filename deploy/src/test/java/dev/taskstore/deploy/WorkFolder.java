package dev.taskstore.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders of tests below {@code target}, whose files may belong to other users. */
final class WorkFolder {

  private WorkFolder() {}

  /** Returns a new folder in place of that of an earlier run. */
  static Path create(String name) {
    Path folder = Path.of("target", "containers", name).toAbsolutePath();
    List<String> remove = new ArrayList<>(Command.asRoot());
    remove.addAll(List.of("rm", "-rf", folder.toString()));
    Command.run(new ProcessBuilder(remove));
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.taskstore.codegen.snapshot;

import dev.taskstore.changelog.ChangelogCheck;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.changelog.ChangelogContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The file of a snapshot: UTF-8, LF at the end of each line.
 *
 * @param path the path of the file: that of the changelog, with {@code .schema} at the end
 */
public record SnapshotFile(Path path) {

  private static final int SHOWN = 20;

  /** Rejects null. */
  public SnapshotFile {
    Objects.requireNonNull(path, "path");
  }

  /**
   * Returns the file for a changelog.
   *
   * @param configuration the changelog and its directories
   * @return the file next to the changelog; it can be missing
   * @throws GenerationException if no directory contains the changelog
   */
  public static SnapshotFile of(GeneratorConfiguration configuration) {
    String changelog = ChangelogCheck.normalize(configuration.changelog());
    return configuration.resources().stream()
        .map(directory -> directory.resolve(changelog))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(
            file ->
                new SnapshotFile(
                    file.resolveSibling(file.getFileName() + ChangelogContent.SNAPSHOT_SUFFIX)))
        .orElseThrow(
            () ->
                new GenerationException(
                    "The changelog "
                        + configuration.changelog()
                        + " is not in "
                        + configuration.resources()
                        + "; use its path in one of these directories, or add its directory to"
                        + " resources."));
  }

  /**
   * Returns whether the file exists.
   *
   * @return true if it does
   */
  public boolean exists() {
    return Files.isRegularFile(path);
  }

  /**
   * Reads the snapshot.
   *
   * @return the snapshot; empty if the file is missing, damaged or of another version
   * @throws GenerationException if the file cannot be read
   */
  public Optional<SchemaSnapshot> read() {
    return text().flatMap(SnapshotReader::read);
  }

  /**
   * Writes the snapshot, unless the file has the same content.
   *
   * @param snapshot the snapshot
   * @throws GenerationException if the file cannot be written
   */
  public void write(SchemaSnapshot snapshot) {
    String text = SnapshotWriter.write(snapshot);
    if (text().equals(Optional.of(text))) {
      return;
    }
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new GenerationException("The snapshot " + path + " cannot be written: " + e, e);
    }
  }

  /**
   * Requires that the file has the content of a snapshot.
   *
   * @param snapshot the snapshot that the databases give
   * @throws GenerationException if the file is missing or differs, with the lines that differ
   */
  public void requireEqual(SchemaSnapshot snapshot) {
    String expected = SnapshotWriter.write(snapshot);
    String wayOut = " Run the goal generate and commit the file.";
    String found =
        text()
            .orElseThrow(
                () -> new GenerationException("The snapshot " + path + " is missing." + wayOut));
    if (!found.equals(expected)) {
      throw new GenerationException(
          "The snapshot "
              + path
              + " differs from the databases (- file, + databases):\n"
              + differences(found, expected)
              + "\n"
              // A current digest would keep the wrong snapshot.
              + "Delete the file, run the goal generate and commit the file.");
    }
  }

  private static String differences(String found, String expected) {
    List<String> here = found.lines().toList();
    List<String> there = expected.lines().toList();
    Set<String> common = new HashSet<>(here);
    common.retainAll(new HashSet<>(there));
    List<String> lines = new ArrayList<>();
    here.stream()
        .filter(line -> !common.contains(line))
        .map(line -> "- " + line)
        .forEach(lines::add);
    there.stream()
        .filter(line -> !common.contains(line))
        .map(line -> "+ " + line)
        .forEach(lines::add);
    if (lines.isEmpty()) {
      return "  the order of the lines";
    }
    return String.join("\n", lines.subList(0, Math.min(SHOWN, lines.size())))
        + (lines.size() > SHOWN ? "\n  and " + (lines.size() - SHOWN) + " more lines" : "");
  }

  private Optional<String> text() {
    try {
      return exists()
          ? Optional.of(Files.readString(path).replace("\r\n", "\n"))
          : Optional.empty();
    } catch (IOException e) {
      throw new GenerationException("The snapshot " + path + " cannot be read: " + e, e);
    }
  }
}

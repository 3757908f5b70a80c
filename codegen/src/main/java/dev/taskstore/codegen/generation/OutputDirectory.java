package dev.taskstore.codegen.generation;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.problem.LeftOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The directory of generated sources. A stamp file contains the fingerprint of the inputs and the
 * hash of each generated file. Only files in the stamp are deleted. The stamp is beside the
 * directory, because builds package the whole directory as sources, and the fingerprint contains
 * times of files, which differ between two builds of the same sources.
 */
public final class OutputDirectory {

  private static final String STAMP_SUFFIX = ".stamp";

  private final Path root;
  private final Path stamp;

  /**
   * Creates an instance.
   *
   * @param root the directory; it can be missing
   */
  public OutputDirectory(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.stamp = this.root.resolveSibling(this.root.getFileName() + STAMP_SUFFIX);
  }

  /**
   * Returns whether the directory contains exactly the sources generated from the same inputs.
   *
   * @param fingerprint the fingerprint of the inputs
   * @return the result, or empty if the sources must be generated
   * @throws GenerationException if a file cannot be read
   */
  public Optional<GenerationResult> upToDate(String fingerprint) {
    try {
      Optional<Stamp> valid = readStamp().filter(read -> read.fingerprint().equals(fingerprint));
      if (valid.isEmpty()) {
        return Optional.empty();
      }
      for (Map.Entry<String, String> file : valid.get().files().entrySet()) {
        if (!read(root.resolve(file.getKey()))
            .map(InputDigest::of)
            .equals(Optional.of(file.getValue()))) {
          return Optional.empty();
        }
      }
      return Optional.of(
          new GenerationResult(
              true,
              paths(valid.get().files().keySet()),
              List.of(),
              List.of(),
              valid.get().leftOut()));
    } catch (IOException e) {
      throw new GenerationException("The directory " + root + " cannot be read: " + e, e);
    }
  }

  /**
   * Writes the given files and deletes those of earlier runs. A file with the same content is not
   * written, so that the compiler does not compile it again.
   *
   * @param fingerprint the fingerprint of the inputs
   * @param sources the content of each file by its path with slashes
   * @param leftOut the parts of the schema that are not generated
   * @return the result
   * @throws GenerationException if a file cannot be written
   */
  public GenerationResult replace(
      String fingerprint, SortedMap<String, String> sources, List<LeftOut> leftOut) {
    try {
      Stamp old = readStamp().orElse(Stamp.EMPTY);
      Files.createDirectories(root);
      // If this run is interrupted, the missing stamp makes the next run start again.
      Files.deleteIfExists(stamp);
      List<String> written = new ArrayList<>();
      SortedMap<String, String> hashes = new TreeMap<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = root.resolve(source.getKey());
        if (!read(file).equals(Optional.of(source.getValue()))) {
          Files.createDirectories(file.getParent());
          Files.writeString(file, source.getValue());
          written.add(source.getKey());
        }
        hashes.put(source.getKey(), InputDigest.of(source.getValue()));
      }
      List<String> removed = removeStale(old, sources);
      Files.writeString(stamp, new Stamp(fingerprint, hashes, leftOut).format());
      return new GenerationResult(
          false, paths(sources.keySet()), paths(written), paths(removed), leftOut);
    } catch (IOException e) {
      throw new GenerationException("The directory " + root + " cannot be written: " + e, e);
    }
  }

  private List<String> removeStale(Stamp old, Map<String, String> sources) throws IOException {
    List<String> removed = new ArrayList<>();
    for (String file : old.files().keySet()) {
      if (!sources.containsKey(file) && Files.deleteIfExists(root.resolve(file))) {
        removed.add(file);
      }
    }
    return removed;
  }

  private Optional<Stamp> readStamp() throws IOException {
    return read(stamp).flatMap(Stamp::parse);
  }

  private static Optional<String> read(Path file) throws IOException {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static List<Path> paths(Iterable<String> names) {
    List<Path> paths = new ArrayList<>();
    names.forEach(name -> paths.add(Path.of(name)));
    return paths;
  }
}

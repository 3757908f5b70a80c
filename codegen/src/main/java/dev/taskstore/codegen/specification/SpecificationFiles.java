package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes and checks the files of a specification. */
public final class SpecificationFiles {

  private static final String NO_LINE = "nothing";

  private final Path directory;

  /**
   * Creates an instance.
   *
   * @param directory the directory; it can be missing
   */
  public SpecificationFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes the files that are missing or out of date.
   *
   * @param specification the specification
   * @return whether a file was written
   * @throws GenerationException if a file cannot be written
   */
  public boolean write(Specification specification) {
    boolean changed = false;
    try {
      for (Map.Entry<Path, String> file : files(specification).entrySet()) {
        if (!read(file.getKey()).equals(Optional.of(file.getValue()))) {
          Files.createDirectories(directory);
          Files.writeString(file.getKey(), file.getValue());
          changed = true;
        }
      }
    } catch (IOException e) {
      throw new GenerationException("The directory " + directory + " cannot be written: " + e, e);
    }
    return changed;
  }

  /**
   * Checks that the files contain the specification byte for byte.
   *
   * @param specification the specification
   * @param command the command that writes the files, for the message
   * @throws GenerationException if a file is missing or differs; the message contains the first
   *     different line
   */
  public void requireCurrent(Specification specification, String command) {
    try {
      for (Map.Entry<Path, String> file : files(specification).entrySet()) {
        Optional<String> found = read(file.getKey());
        if (!found.equals(Optional.of(file.getValue()))) {
          throw new GenerationException(
              found
                      .map(text -> difference(file.getKey(), text, file.getValue()))
                      .orElse(file.getKey() + " is missing.")
                  + "\nWrite it again and commit it: "
                  + command);
        }
      }
    } catch (IOException e) {
      throw new GenerationException("The directory " + directory + " cannot be read: " + e, e);
    }
  }

  private Map<Path, String> files(Specification specification) {
    return new TreeMap<>(
        Map.of(
            directory.resolve(SpecificationGenerator.DOCUMENT_FILE), specification.document(),
            directory.resolve(SpecificationGenerator.DIAGRAM_FILE), specification.diagram()));
  }

  private static Optional<String> read(Path file) throws IOException {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static String difference(Path file, String found, String expected) {
    List<String> have = List.of(found.split("\n", -1));
    List<String> want = List.of(expected.split("\n", -1));
    int line = 0;
    while (line < have.size() && line < want.size() && have.get(line).equals(want.get(line))) {
      line++;
    }
    return file
        + " is out of date. Line "
        + (line + 1)
        + " is:\n  "
        + (line < have.size() ? have.get(line) : NO_LINE)
        + "\nand should be:\n  "
        + (line < want.size() ? want.get(line) : NO_LINE);
  }
}

package dev.taskstore.codegen.generation;

import java.nio.file.Path;
import java.util.List;

/**
 * The result of a run of the generator.
 *
 * @param upToDate whether the sources were up to date, so that nothing was generated
 * @param files all generated files, sorted; relative to the output directory
 * @param written the files whose content changed in this run, sorted
 * @param removed the files of an earlier run that this run deleted, sorted
 */
public record GenerationResult(
    boolean upToDate, List<Path> files, List<Path> written, List<Path> removed) {

  /** Copies the lists. */
  public GenerationResult {
    files = List.copyOf(files);
    written = List.copyOf(written);
    removed = List.copyOf(removed);
  }
}

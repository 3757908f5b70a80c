package dev.taskstore.codegen.generation;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run of the generator did.
 *
 * @param upToDate whether nothing had changed, so that nothing was generated
 * @param files every generated file, written now or before, sorted; relative to the output
 *     directory
 * @param written the files whose content changed in this run, sorted
 * @param removed the files of an older run that are gone now, sorted
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

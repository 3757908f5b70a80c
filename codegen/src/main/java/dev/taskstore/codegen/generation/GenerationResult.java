package dev.taskstore.codegen.generation;

import dev.taskstore.codegen.problem.LeftOut;
import java.nio.file.Path;
import java.util.List;

/**
 * The result of a run of the generator.
 *
 * @param upToDate whether the sources were up to date, so that nothing was generated
 * @param files all generated files, sorted; relative to the output directory
 * @param written the files whose content changed in this run, sorted
 * @param removed the files of an earlier run that this run deleted, sorted
 * @param leftOut the parts of the schema that are not generated; empty unless {@code unsupported}
 *     is {@code REPORT}
 */
public record GenerationResult(
    boolean upToDate,
    List<Path> files,
    List<Path> written,
    List<Path> removed,
    List<LeftOut> leftOut) {

  /** Copies the lists. */
  public GenerationResult {
    files = List.copyOf(files);
    written = List.copyOf(written);
    removed = List.copyOf(removed);
    leftOut = List.copyOf(leftOut);
  }
}

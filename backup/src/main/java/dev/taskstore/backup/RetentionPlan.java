package dev.taskstore.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The archives of a folder that are kept and deleted. Immutable.
 *
 * @param kept the archives to keep, the newest first
 * @param deleted the archives to delete, the newest first
 */
public record RetentionPlan(List<Path> kept, List<Path> deleted) {

  /** Copies the lists. */
  public RetentionPlan {
    kept = List.copyOf(kept);
    deleted = List.copyOf(deleted);
  }

  /**
   * Deletes the archives to delete. One that no longer exists is not an error.
   *
   * @throws ArchiveFileException if an archive cannot be deleted; later ones are then not deleted
   */
  public void apply() {
    for (Path archive : deleted) {
      try {
        Files.deleteIfExists(archive);
      } catch (IOException e) {
        throw ArchiveFileException.notWritable(archive, e);
      }
    }
  }
}

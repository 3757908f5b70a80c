package dev.taskstore.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the temporary files of one backup, next to the file that it will become. A lock
 * shows whether a process uses it: the folder of a killed one is used again.
 */
final class WorkFolder implements AutoCloseable {

  private static final String SUFFIX = ".partial";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Creates the folder, or removes what a killed process left there.
   *
   * @param file the file that the backup will become
   * @throws ArchiveFileException when another process is writing the same file
   */
  static WorkFolder create(Path file) throws IOException {
    Path folder = file.resolveSibling("." + file.getFileName() + SUFFIX);
    DurableFiles.createFolder(folder);
    FileChannel channel = DurableFiles.open(folder.resolve(LOCK));
    try {
      if (tryLock(channel) == null) {
        throw new ArchiveFileException(
            file + " is being written by another backup. Wait for it, or choose another name.",
            null);
      }
      WorkFolder created = new WorkFolder(folder, channel);
      created.clear();
      return created;
    } catch (IOException | RuntimeException e) {
      try (channel) {
        throw e;
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  private void clear() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!file.endsWith(LOCK)) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      clear();
      Files.delete(folder.resolve(LOCK));
    }
    Files.delete(folder);
  }
}

package dev.taskstore.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Creates files that only their owner can read, and moves them so that a crash loses nothing. */
final class DurableFiles {

  private static final boolean IS_POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private DurableFiles() {}

  private static FileAttribute<?>[] permissions(String permissions) {
    return IS_POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Opens a file for writing, which is created if it does not exist. */
  static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        permissions("rw-------"));
  }

  /** Returns a stream whose close flushes it and leaves the channel open. */
  static OutputStream bufferedOutput(FileChannel channel) {
    OutputStream unbuffered =
        new FilterOutputStream(Channels.newOutputStream(channel)) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
          }

          @Override
          public void close() {}
        };
    return new BufferedOutputStream(unbuffered, ArchiveFormat.BUFFER_SIZE);
  }

  /** Creates a folder, unless it exists. */
  static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, permissions("rwx------"));
    }
  }

  /**
   * Gives a complete file its final name in a folder of the same file system.
   *
   * @throws FileAlreadyExistsException when the name is taken and must not be replaced
   */
  static void publish(Path temporary, Path file, boolean replaces) throws IOException {
    if (replaces) {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.move(temporary, file);
    }
    force(folder(file));
  }

  /** Returns the folder of a file. */
  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  /** Windows writes the entries of folders without being asked, and opens none. */
  private static void force(Path folder) throws IOException {
    if (IS_POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}

package dev.taskstore.transfer.engine;

import dev.taskstore.transfer.exception.TransferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a report completely or not at all. */
final class ReportFile {

  private ReportFile() {}

  /**
   * Verifies that a report can be written, before the copy begins.
   *
   * @throws TransferException if its folder does not exist or is not writable
   */
  static void require(Path file) {
    Path folder = folder(file);
    if (!Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(file)) {
      throw new TransferException(
          "The report "
              + file
              + " cannot be written: its folder does not exist or is not writable, or it is a folder"
              + " itself.",
          null);
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /** Writes to a temporary name, forces the content to the disk, and renames the file. */
  static void write(Path file, String content) {
    Path temporary = folder(file).resolve(".report-" + UUID.randomUUID() + ".tmp");
    try {
      try {
        try (FileChannel channel =
            FileChannel.open(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          channel.force(true);
        }
        Files.move(
            temporary,
            file,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
      throw new TransferException(
          "The report "
              + file
              + " cannot be written: "
              + (reason == null ? e.getClass().getSimpleName() : reason)
              + ". The target remains incomplete; run the copy again to continue.",
          e);
    }
  }
}

package dev.taskstore.examples.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file completely or not at all: to a temporary file, which then replaces the file. */
final class OutputFile {

  /** Writes the content. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /** Writes the content in bytes. */
  @FunctionalInterface
  interface BinaryContent {
    void writeTo(OutputStream out) throws IOException;
  }

  private OutputFile() {}

  /**
   * Writes a file in UTF-8. A symbolic link remains, and the file that it names is written. A
   * device or a named pipe is written directly.
   *
   * @param file the file
   * @param content the content
   * @throws FileSystemException if the file or its folder cannot be written; it names the file
   */
  static void write(Path file, Content content) throws IOException {
    writeBytes(
        file,
        out -> {
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
          content.writeTo(writer);
          writer.flush();
        });
  }

  /**
   * Writes a file. A symbolic link remains, and the file that it names is written. A device or a
   * named pipe is written directly.
   *
   * @param file the file
   * @param content the content
   * @throws FileSystemException if the file or its folder cannot be written; it names the file
   */
  static void writeBytes(Path file, BinaryContent content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a directory");
    } else if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
          content.writeTo(out);
        }
      } else {
        replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
      }
    } catch (AccessDeniedException e) {
      throw named(new AccessDeniedException(file.toString()), e);
    } catch (NoSuchFileException e) {
      throw named(new FileSystemException(file.toString(), null, "no such folder"), e);
    } catch (IOException e) {
      String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
      throw named(new FileSystemException(file.toString(), null, reason), e);
    }
  }

  private static void replace(Path target, BinaryContent content) throws IOException {
    Path temporary = target.resolveSibling(".export-" + UUID.randomUUID() + ".tmp");
    try {
      try (OutputStream out =
          Files.newOutputStream(
              temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static FileSystemException named(FileSystemException failure, IOException cause) {
    failure.initCause(cause);
    return failure;
  }
}

package dev.taskstore.dialect.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Copies and deletes data directories. */
final class PostgresFolders {

  /** Files of a running server, which a copy must not contain. */
  private static final Set<String> PROCESS_FILES = Set.of("postmaster.pid", "postmaster.opts");

  /** What a standby receives from its primary. */
  private static final Set<String> RECEIVED = Set.of("pg_wal", "pg_replslot");

  private PostgresFolders() {}

  /** Copies the directory of a server that was shut down. */
  static void copy(Path source, Path target) {
    copy(source, target, Set.of());
  }

  /** Copies the directory of a running server during a backup. Files may disappear. */
  static void copyRunning(Path source, Path target) {
    copy(source, target, RECEIVED);
  }

  private static void copy(Path source, Path target, Set<String> emptied) {
    try {
      Files.walkFileTree(source, new Copy(source, target, emptied));
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Copy extends SimpleFileVisitor<Path> {

    private final Path source;
    private final Path target;
    private final Set<String> emptied;

    Copy(Path source, Path target, Set<String> emptied) {
      this.source = source;
      this.target = target;
      this.emptied = emptied;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Files.createDirectories(target.resolve(source.relativize(folder)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path relative = source.relativize(file);
      boolean isSkipped =
          PROCESS_FILES.contains(relative.toString())
              || emptied.contains(relative.getName(0).toString());
      if (!isSkipped) {
        try {
          Files.copy(file, target.resolve(relative));
        } catch (NoSuchFileException e) {
          return FileVisitResult.CONTINUE;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }

  /** Deletes a directory, if it exists. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      System.out.println("The directory " + folder + " could not be removed: " + e);
    }
  }
}

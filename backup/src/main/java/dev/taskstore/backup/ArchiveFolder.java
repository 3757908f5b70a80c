package dev.taskstore.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the archives of a folder: files with the names of {@link Backup#writeToFolder} or {@link
 * NativeBackup#writeToFolder} whose first bytes are those of a backup.
 */
final class ArchiveFolder {

  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private ArchiveFolder() {}

  /**
   * Returns the archives by their times, the newest first.
   *
   * @throws ArchiveFileException if the folder cannot be read
   */
  static SortedMap<Instant, List<Path>> list(Path folder, String prefix, Instant now) {
    SortedMap<Instant, List<Path>> archives = new TreeMap<>(Comparator.reverseOrder());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Optional<ArchiveName> name =
            ArchiveName.parse(file.getFileName().toString())
                .filter(candidate -> candidate.prefix().equals(prefix))
                .filter(candidate -> !candidate.createdAt().isAfter(now));
        if (name.isPresent() && isArchive(file, name.get().kind())) {
          archives.computeIfAbsent(name.get().createdAt(), time -> new ArrayList<>()).add(file);
        }
      }
    } catch (IOException e) {
      throw ArchiveFileException.notReadable(folder, e);
    }
    return archives;
  }

  /** A file of another program may have the same name. */
  private static boolean isArchive(Path file, ArchiveName.Kind kind) throws IOException {
    byte[] signature =
        switch (kind) {
          case PLAIN -> ArchiveFormat.ZIP;
          case ENCRYPTED -> ArchiveFormat.ENCRYPTED;
          case NATIVE -> SQLITE;
        };
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(signature.length), signature);
    }
  }
}

package dev.taskstore.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inspects and verifies archives without a database. Thread-safe. */
public final class Archives {

  private Archives() {}

  /**
   * Finds the newest archive in a folder by the time in its name. Native copies of SQLite files are
   * not archives. An archive of the future is ignored: a clock was wrong. The contents of the
   * archive are not verified.
   *
   * @param folder the folder
   * @param prefix the prefix of the archives' names, as of {@link Backup#writeToFolder}
   * @param clock the clock that shows which archives are from the future
   * @return the archive, or empty if there is none
   * @throws ArchiveFileException if the folder cannot be read
   */
  public static Optional<Path> newest(Path folder, String prefix, Clock clock) {
    return ArchiveFolder.list(folder, prefix, clock.instant()).values().stream()
        .flatMap(files -> files.stream().sorted())
        .filter(file -> !file.toString().endsWith(ArchiveFormat.NATIVE_EXTENSION))
        .findFirst();
  }

  /**
   * Reads the manifest of an archive, after the SHA-256 of the whole file was verified.
   *
   * @param archive the archive
   * @param passphrase the passphrase, or null; not used if the archive is not encrypted
   * @return the manifest
   * @throws ArchiveFileException if the file cannot be read
   * @throws ArchivePassphraseException if the archive is encrypted and the passphrase is missing or
   *     wrong
   * @throws ArchiveDamagedException if the file is not an archive or was changed
   * @throws ArchiveMismatchException if the format is newer than this library
   */
  public static ArchiveManifest inspect(Path archive, @Nullable Passphrase passphrase) {
    try (ArchiveReader reader = ArchiveReader.open(archive, passphrase)) {
      return reader.verifyDigest();
    }
  }

  /**
   * Reads a whole archive: verifies the SHA-256 of the file, decodes all rows, and compares their
   * number and SHA-256 with the manifest.
   *
   * @param archive the archive
   * @param passphrase the passphrase, or null; not used if the archive is not encrypted
   * @param progress receives the number of rows
   * @return the manifest
   * @throws ArchiveFileException if the file cannot be read
   * @throws ArchivePassphraseException if the archive is encrypted and the passphrase is missing or
   *     wrong
   * @throws ArchiveDamagedException if the file is not an archive or was changed
   * @throws ArchiveMismatchException if the format is newer than this library
   */
  public static ArchiveManifest verify(
      Path archive, @Nullable Passphrase passphrase, Progress progress) {
    Objects.requireNonNull(progress, "progress");
    try (ArchiveReader reader = ArchiveReader.open(archive, passphrase)) {
      ArchiveManifest manifest = reader.verifyDigest();
      reader.verifyTables(new RowCounter(progress, manifest.rows()));
      return manifest;
    }
  }
}

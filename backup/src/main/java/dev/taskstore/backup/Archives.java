package dev.taskstore.backup;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Inspects and verifies archives without a database. Thread-safe. */
public final class Archives {

  private Archives() {}

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

package dev.taskstore.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The table of contents of an archive. Immutable.
 *
 * @param formatVersion the version of the archive's format
 * @param createdAt the time of the backup, truncated to seconds
 * @param libraryVersion the version of the library that wrote the archive
 * @param dialect the name of the dialect of the database
 * @param databaseVersion the product and version of the database
 * @param changelog the master file of the changelog
 * @param changelogDigest the SHA-256 of the applied changesets with their checksums; it differs
 *     between dialects
 * @param tag the last tag of the applied changesets, or empty
 * @param changeSets the applied changesets of the changelog, in the order of application
 * @param tables the tables, each after those that it references where possible
 * @param omittedTables the tables of the database that the archive does not contain, because they
 *     do not belong to the program's schema
 */
public record ArchiveManifest(
    int formatVersion,
    Instant createdAt,
    String libraryVersion,
    String dialect,
    String databaseVersion,
    String changelog,
    String changelogDigest,
    Optional<String> tag,
    List<ArchivedChangeSet> changeSets,
    List<ArchivedTable> tables,
    List<String> omittedTables) {

  /** Copies the lists. */
  public ArchiveManifest {
    changeSets = List.copyOf(changeSets);
    tables = List.copyOf(tables);
    omittedTables = List.copyOf(omittedTables);
  }

  /**
   * Returns the number of rows of all tables.
   *
   * @return the sum
   */
  public long rows() {
    return tables.stream().mapToLong(ArchivedTable::rows).sum();
  }

  /**
   * Returns the manifest as it is in the archive.
   *
   * @return a JSON object
   */
  public String toJson() {
    return ManifestJson.write(this);
  }
}

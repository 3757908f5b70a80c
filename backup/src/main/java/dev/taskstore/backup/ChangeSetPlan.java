package dev.taskstore.backup;

import dev.taskstore.db.migration.ChangeSetStatus;
import dev.taskstore.db.migration.Migrations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way of a database to the state of an archive: the first changesets of the changelog, up to
 * the last one that the archive contains. On another dialect than the archive's, changesets for one
 * of the two dialects may be in one list only.
 */
final class ChangeSetPlan {

  private static final int NAMED = 10;

  private final ArchiveManifest manifest;
  private final Migrations migrations;
  private final String dialect;
  private final List<ChangeSetStatus> changeSets;
  private final int end;

  private ChangeSetPlan(
      ArchiveManifest manifest,
      Migrations migrations,
      String dialect,
      List<ChangeSetStatus> changeSets,
      int end) {
    this.manifest = manifest;
    this.migrations = migrations;
    this.dialect = dialect;
    this.changeSets = changeSets;
    this.end = end;
  }

  /**
   * Compares an archive with a changelog.
   *
   * @throws ArchiveMismatchException when the archive has other changesets, or when the database is
   *     beyond the state of the archive
   */
  static ChangeSetPlan of(ArchiveManifest manifest, Migrations migrations, String dialect) {
    List<ChangeSetStatus> changeSets = migrations.status();
    Set<ArchivedChangeSet> archived = new HashSet<>(manifest.changeSets());
    Set<ArchivedChangeSet> unknown = new HashSet<>(archived);
    int end = 0;
    for (int i = 0; i < changeSets.size(); i++) {
      if (unknown.remove(archived(changeSets.get(i)))) {
        end = i + 1;
      }
    }
    migrations.forOtherDatabases().forEach(changeSet -> unknown.remove(archived(changeSet)));
    if (!unknown.isEmpty() || end == 0) {
      throw new ArchiveMismatchException(
          "The changelog "
              + migrations.changelog()
              + " does not contain changesets of the archive, which belongs to "
              + manifest.changelog()
              + ": "
              + names(manifest.changeSets().stream().filter(unknown::contains).toList())
              + ". The archive is newer than this program, has other contexts, or belongs to another"
              + " program. Upgrade the program, or restore another archive. Nothing was changed.",
          null);
    }
    List<ArchivedChangeSet> missing =
        changeSets.subList(0, end).stream()
            .map(ChangeSetPlan::archived)
            .filter(changeSet -> !archived.contains(changeSet))
            .toList();
    if (!missing.isEmpty() && manifest.dialect().equals(dialect)) {
      throw new ArchiveMismatchException(
          "The changelog "
              + migrations.changelog()
              + " contains changesets before the last one of the archive that the archive does not"
              + " contain: "
              + names(missing)
              + ". Restore with the program that wrote the archive, or with the same contexts."
              + " Nothing was changed.",
          null);
    }
    List<ArchivedChangeSet> beyond =
        changeSets.subList(end, changeSets.size()).stream()
            .filter(ChangeSetStatus::isApplied)
            .map(ChangeSetPlan::archived)
            .toList();
    if (!beyond.isEmpty()) {
      throw new ArchiveMismatchException(
          "The database was migrated beyond the state of the archive: "
              + names(beyond)
              + ". Restore into a new database; it is migrated forward after the restore. Nothing"
              + " was changed.",
          null);
    }
    return new ChangeSetPlan(manifest, migrations, dialect, changeSets, end);
  }

  private static ArchivedChangeSet archived(ChangeSetStatus changeSet) {
    return new ArchivedChangeSet(changeSet.file(), changeSet.id(), changeSet.author());
  }

  private static String names(List<ArchivedChangeSet> changeSets) {
    return changeSets.stream()
            .limit(NAMED)
            .map(ArchivedChangeSet::toString)
            .collect(Collectors.joining(", "))
        + (changeSets.size() > NAMED ? ", and " + (changeSets.size() - NAMED) + " more" : "");
  }

  /** Returns whether no changeset is applied to the database. */
  boolean startsFromNothing() {
    return changeSets.stream().noneMatch(ChangeSetStatus::isApplied);
  }

  /** Applies what the state of the archive requires. */
  void apply() {
    int pending = (int) changeSets.subList(0, end).stream().filter(c -> !c.isApplied()).count();
    if (pending > 0) {
      migrations.update(pending);
    }
    of(manifest, migrations, dialect).requireApplied();
  }

  private void requireApplied() {
    List<ArchivedChangeSet> pending =
        changeSets.subList(0, end).stream()
            .filter(c -> !c.isApplied())
            .map(ChangeSetPlan::archived)
            .toList();
    if (!pending.isEmpty()) {
      throw new ArchiveMismatchException(
          "The database cannot be migrated to the state of the archive; changesets remain pending: "
              + names(pending)
              + ".",
          null);
    }
  }
}

package dev.taskstore.db.internal.migration;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.NewerSchemaException;
import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.db.migration.UnknownChangeSets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.LiquibaseException;

/**
 * Finds applied changesets that the changelog does not contain, although their files belong to it.
 * The history cannot show whether a newer program added them or this program removed them.
 */
final class NewerSchemaCheck {

  private static final System.Logger LOGGER = System.getLogger(NewerSchemaCheck.class.getName());

  private static final int NAMED = 10;

  private final String changelog;
  private final SchemaFingerprint state;
  private final UnknownChangeSets policy;

  NewerSchemaCheck(String changelog, SchemaFingerprint state, UnknownChangeSets policy) {
    this.changelog = changelog;
    this.state = state;
    this.policy = policy;
  }

  /**
   * Reports unknown changesets as the settings require.
   *
   * @return whether the schema has none, or they are accepted
   */
  boolean beforeUpdate(Liquibase liquibase) throws LiquibaseException, SQLException {
    List<AppliedChangeSet> unknown = find(liquibase);
    if (policy == UnknownChangeSets.REFUSE) {
      refuse(unknown);
    } else if (!unknown.isEmpty()) {
      LOGGER.log(System.Logger.Level.WARNING, message(unknown));
    }
    return unknown.isEmpty();
  }

  /** Refuses unknown changesets, unless they are accepted. */
  void validate(Liquibase liquibase) throws LiquibaseException, SQLException {
    refuse(find(liquibase));
  }

  private void refuse(List<AppliedChangeSet> unknown) {
    if (!unknown.isEmpty()) {
      throw new NewerSchemaException(message(unknown), FailureContext.NONE, null);
    }
  }

  private List<AppliedChangeSet> find(Liquibase liquibase) throws LiquibaseException, SQLException {
    if (policy == UnknownChangeSets.ACCEPT) {
      return List.of();
    }
    Set<String> skipped = new HashSet<>();
    for (ChangeSet changeSet : liquibase.getDatabaseChangeLog().getSkippedChangeSets()) {
      skipped.add(changeSet.toString(false));
    }
    List<AppliedChangeSet> missing =
        AppliedChangeSets.read(liquibase).all().stream()
            .filter(applied -> !applied.isInChangelog() && !skipped.contains(describe(applied)))
            .toList();
    if (missing.isEmpty()) {
      return missing;
    }
    Map<String, Set<String>> recorded =
        state.recordedFiles(AppliedChangeSets.connection(liquibase.getDatabase()));
    Set<String> own = new HashSet<>(recorded.getOrDefault(changelog, Set.of()));
    Set<String> folders = new HashSet<>();
    liquibase
        .getDatabaseChangeLog()
        .getChangeSets()
        .forEach(
            changeSet -> {
              String file = DatabaseChangeLog.normalizePath(changeSet.getFilePath());
              own.add(file);
              folders.add(folder(file));
            });
    own.add(changelog);
    Set<String> others = new HashSet<>();
    recorded.forEach(
        (name, files) -> {
          if (!name.equals(changelog)) {
            others.addAll(files);
          }
        });
    return missing.stream()
        .filter(
            changeSet ->
                own.contains(changeSet.file())
                    || (!others.contains(changeSet.file()) && isNear(changeSet.file(), folders)))
        .toList();
  }

  private boolean isNear(String file, Set<String> folders) {
    String home = folder(changelog);
    return folders.contains(folder(file))
        || (home.isEmpty() ? folder(file).isEmpty() : file.startsWith(home));
  }

  /** Returns the path of the folder with a slash, or an empty text. */
  private static String folder(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  /** Describes a changeset as Liquibase does. */
  private static String describe(AppliedChangeSet changeSet) {
    return changeSet.file() + "::" + changeSet.id() + "::" + changeSet.author();
  }

  private String message(List<AppliedChangeSet> unknown) {
    return "The database is newer than this program: it contains applied changesets that the changelog "
        + changelog
        + " does not contain: "
        + unknown.stream()
            .limit(NAMED)
            .map(NewerSchemaCheck::describe)
            .collect(Collectors.joining(", "))
        + (unknown.size() > NAMED ? ", and " + (unknown.size() - NAMED) + " more" : "")
        + ". Upgrade the program. If they were removed from the changelog or renamed, restore them,"
        + " or set unknownChangeSets(ACCEPT).";
  }
}

package dev.taskstore.db.internal.migration;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.internal.DatabaseSettings;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.observation.Observation;
import dev.taskstore.db.internal.observation.Observations;
import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.db.migration.ChangeSetSql;
import dev.taskstore.db.migration.ChangeSetStatus;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.migration.SchemaDrift;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;

/** Migrations with Liquibase. */
final class LiquibaseMigrations implements Migrations {

  /**
   * Without contexts, Liquibase runs the changesets of every context. This context matches none.
   */
  private static final String NO_CONTEXT = "none";

  private static final LabelExpression ALL_LABELS = new LabelExpression();

  /** Applied changesets are rolled back regardless of the current contexts. */
  private static final Contexts ALL_CONTEXTS = new Contexts();

  private static final int MAXIMUM_TAG_LENGTH = 255;

  /** Selects the changesets to roll back. */
  @FunctionalInterface
  private interface Selection {
    List<ChangeSet> from(AppliedChangeSets applied);
  }

  /** Reports unknown changesets. */
  @FunctionalInterface
  private interface UnknownCheck {
    void check(Liquibase liquibase) throws LiquibaseException, SQLException;
  }

  private final OpenDatabase database;
  private final String changelog;
  private final SchemaFingerprint state;
  private final LiquibaseRunner runner;
  private final Contexts contexts;
  private final SchemaFingerprintRecorder recorder;
  private final NewerSchemaCheck newer;

  LiquibaseMigrations(
      OpenDatabase database,
      String changelog,
      DatabaseSettings settings,
      ClassLoader loader,
      SchemaFingerprint state) {
    this.database = database;
    this.changelog = changelog;
    this.state = state;
    this.recorder = new SchemaFingerprintRecorder(state);
    this.newer = new NewerSchemaCheck(changelog, state, settings.unknownChangeSets);
    this.runner = new LiquibaseRunner(database, changelog, loader);
    this.contexts =
        settings.contexts.isEmpty()
            ? new Contexts(NO_CONTEXT)
            : new Contexts(settings.contexts.toArray(String[]::new));
  }

  @Override
  public String changelog() {
    return changelog;
  }

  @Override
  public List<ChangeSetStatus> forOtherDatabases() {
    return runner.run(
        liquibase ->
            liquibase.getDatabaseChangeLog().getSkippedChangeSets().stream()
                .map(
                    changeSet ->
                        new ChangeSetStatus(
                            changeSet.getFilePath(),
                            changeSet.getId(),
                            changeSet.getAuthor(),
                            Optional.empty()))
                .toList());
  }

  @Override
  public List<ChangeSetStatus> status() {
    return runner.run(this::statuses);
  }

  private List<ChangeSetStatus> statuses(Liquibase liquibase)
      throws LiquibaseException, SQLException {
    AppliedChangeSets applied = AppliedChangeSets.read(liquibase);
    List<ChangeSetStatus> result = new ArrayList<>();
    Set<ChangeSet> known = new HashSet<>(liquibase.getDatabaseChangeLog().getChangeSets());
    for (var status : liquibase.getChangeSetStatuses(contexts, ALL_LABELS, false)) {
      ChangeSet changeSet = status.getChangeSet();
      boolean concernsDatabase = status.getPreviouslyRan() || status.getWillRun();
      if (concernsDatabase && known.contains(changeSet)) {
        result.add(
            new ChangeSetStatus(
                changeSet.getFilePath(),
                changeSet.getId(),
                changeSet.getAuthor(),
                applied.find(changeSet).map(AppliedChangeSet::appliedAt)));
      }
    }
    return result;
  }

  @Override
  public List<AppliedChangeSet> history() {
    return runner.run(liquibase -> AppliedChangeSets.read(liquibase).all());
  }

  @Override
  public int update() {
    return observed(true, liquibase -> apply(liquibase, pending(liquibase)));
  }

  @Override
  public int update(int count) {
    requirePositive(count, "apply");
    return observed(
        true,
        liquibase -> {
          List<ChangeSet> pending = pending(liquibase);
          return apply(liquibase, pending.subList(0, Math.min(count, pending.size())));
        });
  }

  @Override
  public int updateTo(String tag) {
    return observed(true, liquibase -> apply(liquibase, pendingTo(liquibase, tag)));
  }

  private int observed(boolean forward, LiquibaseRunner.Work<Integer> work) {
    Observation observation = database.observations().migration(forward);
    return (int) Observations.run(observation, () -> runner.exclusively(work));
  }

  private int apply(Liquibase liquibase, List<ChangeSet> changeSets)
      throws LiquibaseException, SQLException {
    boolean hasNoUnknown = newer.beforeUpdate(liquibase);
    ChangeSetStatements statements = new ChangeSetStatements(liquibase.getDatabase(), contexts);
    for (ChangeSet changeSet : changeSets) {
      ChangeSetRules.checkForward(changeSet, statements);
    }
    if (changeSets.isEmpty()) {
      liquibase.validate();
    } else {
      requireAllRows(liquibase);
      liquibase.update(changeSets.size(), contexts, ALL_LABELS);
    }
    fillChecksums(liquibase);
    if (hasNoUnknown && pending(liquibase).isEmpty()) {
      recorder.record(liquibase);
    }
    return changeSets.size();
  }

  private void requireAllRows(Liquibase liquibase) throws SQLException {
    new HiddenRowsCheck(database.dialect())
        .check(AppliedChangeSets.connection(liquibase.getDatabase()));
  }

  /** Liquibase does not validate changesets without a checksum. */
  private static void fillChecksums(Liquibase liquibase) throws LiquibaseException {
    Scope.getCurrentScope()
        .getSingleton(ChangeLogHistoryServiceFactory.class)
        .getChangeLogService(liquibase.getDatabase())
        .upgradeChecksums(liquibase.getDatabaseChangeLog(), ALL_CONTEXTS, ALL_LABELS);
  }

  /** The changesets that an update would run, in order. */
  private List<ChangeSet> pending(Liquibase liquibase) throws LiquibaseException {
    List<ChangeSet> pending = new ArrayList<>();
    for (var status : liquibase.getChangeSetStatuses(contexts, ALL_LABELS, false)) {
      if (status.getWillRun()) {
        pending.add(status.getChangeSet());
      }
    }
    return pending;
  }

  private List<ChangeSet> pendingTo(Liquibase liquibase, String tag) throws LiquibaseException {
    List<ChangeSet> result = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (ChangeSet changeSet : liquibase.getDatabaseChangeLog().getChangeSets()) {
      result.add(changeSet);
      tags.addAll(tagsOf(changeSet));
      if (tags.contains(tag)) {
        result.retainAll(pending(liquibase));
        return result;
      }
    }
    throw noTag("changelog", tag, tags);
  }

  private static List<String> tagsOf(ChangeSet changeSet) {
    return changeSet.getChanges().stream()
        .filter(TagDatabaseChange.class::isInstance)
        .map(change -> ((TagDatabaseChange) change).getTag())
        .toList();
  }

  @Override
  public int rollback(int count) {
    requirePositive(count, "roll back");
    return takeBack(applied -> applied.last(count));
  }

  @Override
  public int rollbackTo(String tag) {
    return takeBack(applied -> after(applied, tag));
  }

  private int takeBack(Selection selection) {
    return observed(
        false,
        liquibase -> {
          List<ChangeSet> changeSets = selection.from(AppliedChangeSets.read(liquibase));
          ChangeSetStatements statements =
              new ChangeSetStatements(liquibase.getDatabase(), contexts);
          for (ChangeSet changeSet : changeSets) {
            ChangeSetRules.checkBack(changeSet, statements);
          }
          if (!changeSets.isEmpty()) {
            requireAllRows(liquibase);
            liquibase.rollback(changeSets.size(), ALL_CONTEXTS, ALL_LABELS);
          }
          return changeSets.size();
        });
  }

  private static List<ChangeSet> after(AppliedChangeSets applied, String tag) {
    List<ChangeSet> later = applied.after(tag);
    if (later == null) {
      throw noTag("database", tag, applied.tags());
    }
    return later;
  }

  @Override
  public List<ChangeSetSql> updateSql() {
    return runner.run(liquibase -> forward(liquibase, pending(liquibase)));
  }

  @Override
  public List<ChangeSetSql> updateToSql(String tag) {
    return runner.run(liquibase -> forward(liquibase, pendingTo(liquibase, tag)));
  }

  @Override
  public List<ChangeSetSql> rollbackSql(int count) {
    requirePositive(count, "roll back");
    return runner.run(liquibase -> back(liquibase, applied -> applied.last(count)));
  }

  @Override
  public List<ChangeSetSql> rollbackToSql(String tag) {
    return runner.run(liquibase -> back(liquibase, applied -> after(applied, tag)));
  }

  private List<ChangeSetSql> forward(Liquibase liquibase, List<ChangeSet> changeSets) {
    ChangeSetStatements statements = new ChangeSetStatements(liquibase.getDatabase(), contexts);
    statements.onlyShow();
    return changeSets.stream().map(statements::forward).toList();
  }

  private List<ChangeSetSql> back(Liquibase liquibase, Selection selection)
      throws LiquibaseException, SQLException {
    List<ChangeSet> changeSets = selection.from(AppliedChangeSets.read(liquibase));
    ChangeSetStatements statements = new ChangeSetStatements(liquibase.getDatabase(), contexts);
    statements.onlyShow();
    List<ChangeSetSql> result = new ArrayList<>();
    for (ChangeSet changeSet : changeSets) {
      result.add(statements.back(changeSet));
    }
    return result;
  }

  @Override
  public void tag(String tag) {
    if (tag.isBlank() || tag.length() > MAXIMUM_TAG_LENGTH) {
      throw refused(
          "A tag must have 1 to " + MAXIMUM_TAG_LENGTH + " characters and must not be blank.");
    }
    runner.exclusively(
        liquibase -> {
          AppliedChangeSets applied = AppliedChangeSets.read(liquibase);
          Optional<String> present =
              applied
                  .latest()
                  .orElseThrow(() -> refused("Cannot set a tag: no changeset is applied."))
                  .tag();
          if (present.isEmpty() && !applied.tags().contains(tag)) {
            liquibase.tag(tag);
          } else if (!present.equals(Optional.of(tag))) {
            throw refused(
                present.isPresent()
                    ? "The current state already has the tag " + present.get() + ". Use that tag."
                    : "The tag "
                        + tag
                        + " already identifies an earlier state. Choose another tag.");
          }
          return tag;
        });
  }

  /** As when a database is opened, the recorded state suffices. */
  @Override
  public void validate() {
    if (!state.isCurrent()) {
      requireUpToDate();
    }
  }

  /** Validates without the recorded state. */
  void requireUpToDate() {
    validate(newer::validate);
  }

  /** Validates what an update that may not write requires, and reports unknown changesets alike. */
  void requireNothingPending() {
    validate(newer::beforeUpdate);
  }

  private void validate(UnknownCheck unknown) {
    List<ChangeSetStatus> pending =
        runner.run(
            liquibase -> {
              liquibase
                  .getDatabaseChangeLog()
                  .validate(liquibase.getDatabase(), contexts, ALL_LABELS);
              unknown.check(liquibase);
              return statuses(liquibase).stream().filter(c -> !c.isApplied()).toList();
            });
    if (!pending.isEmpty()) {
      throw new SchemaOutOfDateException(
          pending.size()
              + " changesets are pending. The first is "
              + pending.get(0).id()
              + " in "
              + pending.get(0).file()
              + ". Open the database with MigrationMode.UPDATE, or migrate it first.",
          FailureContext.NONE,
          null);
    }
  }

  @Override
  public SchemaDrift drift() {
    return runner.betweenMigrators(DriftDetection.of(database.dialect(), contexts)::detect);
  }

  private static void requirePositive(int count, String action) {
    if (count < 1) {
      throw refused(
          "The number of changesets to " + action + " must be at least 1, not " + count + ".");
    }
  }

  private static InvalidArgumentException noTag(String where, String tag, List<String> tags) {
    return refused(
        "The "
            + where
            + " has no tag "
            + tag
            + (tags.isEmpty() ? "." : ". Existing tags: " + String.join(", ", tags) + "."));
  }

  private static InvalidArgumentException refused(String message) {
    return new InvalidArgumentException(message, FailureContext.NONE);
  }
}

package dev.taskstore.db.internal.migration;

import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.migration.SchemaDrift;
import dev.taskstore.db.migration.SchemaElement;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.SchemaInspector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;

/**
 * Compares the live schema with the schema that its applied changesets create in an empty database.
 * The changesets run without Liquibase's history, locks and preconditions, because the history of
 * the live database determines which changesets ran.
 */
final class DriftDetection {

  private final SchemaInspector inspector;
  private final Contexts contexts;

  private DriftDetection(SchemaInspector inspector, Contexts contexts) {
    this.inspector = inspector;
    this.contexts = contexts;
  }

  /** Creates the drift detection of a dialect. */
  static DriftDetection of(Dialect dialect, Contexts contexts) {
    return new DriftDetection(
        dialect.schemaInspector().orElseThrow(() -> unsupported(dialect)), contexts);
  }

  private static CapabilityNotSupportedException unsupported(Dialect dialect) {
    return new CapabilityNotSupportedException(
        "The dialect "
            + dialect.name()
            + " does not support "
            + Capability.SCHEMA_INSPECTION
            + " ("
            + Capability.SCHEMA_INSPECTION.description()
            + ").",
        FailureContext.NONE,
        null);
  }

  SchemaDrift detect(Liquibase liquibase) throws LiquibaseException, SQLException {
    Database database = liquibase.getDatabase();
    List<ChangeSet> executed = AppliedChangeSets.read(liquibase).executed();
    Connection live = AppliedChangeSets.connection(database);
    List<SchemaElement> found = inspector.inspect(live);
    List<SchemaElement> expected;
    try (SchemaInspector.ScratchDatabase scratch = inspector.openScratch(live)) {
      run(executed, liquibase, LiquibaseRunner.database(scratch.connection()));
      expected = inspector.inspect(scratch.connection());
    }
    Set<String> records =
        Set.of(
            database.getDatabaseChangeLogTableName().toLowerCase(Locale.ROOT),
            database.getDatabaseChangeLogLockTableName().toLowerCase(Locale.ROOT));
    return new StructureComparison(records).compare(expected, found);
  }

  private void run(List<ChangeSet> changeSets, Liquibase liquibase, Database scratch)
      throws LiquibaseException {
    ChangeSetStatements statements = new ChangeSetStatements(scratch, contexts);
    for (ChangeSet changeSet : changeSets) {
      within(
          changeSet,
          () -> {
            for (Change change : statements.changes(changeSet.getChanges())) {
              if (!ChangeSetStatements.isShellCommand(change)) {
                scratch.executeStatements(
                    change,
                    liquibase.getDatabaseChangeLog(),
                    statements.visitors(changeSet, false));
              }
            }
          });
    }
  }

  /**
   * Runs work in the scope of a changeset, as Liquibase runs its changes: what a plain SQL
   * statement becomes on a database depends on its changeset.
   */
  private static void within(ChangeSet changeSet, Scope.ScopedRunner<?> work)
      throws LiquibaseException {
    try {
      Scope.child(Map.of(Scope.Attr.changeSet.name(), changeSet), work);
    } catch (LiquibaseException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new LiquibaseException(e);
    }
  }
}

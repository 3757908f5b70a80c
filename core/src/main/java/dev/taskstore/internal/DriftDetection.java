package dev.taskstore.internal;

import dev.taskstore.migration.SchemaDrift;
import dev.taskstore.migration.SchemaElement;
import dev.taskstore.spi.SchemaInspector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;

/**
 * Compares a live database with what its applied changesets make of an empty one. The changesets
 * are run without Liquibase's records, locks and preconditions: the live database's records say
 * what ran.
 */
final class DriftDetection {

  /** The table in which the library keeps what it knows of the schema's state. */
  private static final String STATE_TABLE = "taskstore_schema_state";

  private final SchemaInspector inspector;
  private final Contexts contexts;

  DriftDetection(SchemaInspector inspector, Contexts contexts) {
    this.inspector = inspector;
    this.contexts = contexts;
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
            database.getDatabaseChangeLogLockTableName().toLowerCase(Locale.ROOT),
            STATE_TABLE);
    return new SchemaDrift(new StructureComparison(records).compare(expected, found));
  }

  private void run(List<ChangeSet> changeSets, Liquibase liquibase, Database scratch)
      throws LiquibaseException {
    ChangeSetStatements statements = new ChangeSetStatements(scratch, contexts);
    for (ChangeSet changeSet : changeSets) {
      for (Change change : statements.changes(changeSet.getChanges())) {
        if (!ChangeSetStatements.isShellCommand(change)) {
          scratch.executeStatements(
              change, liquibase.getDatabaseChangeLog(), statements.visitors(changeSet, false));
        }
      }
    }
  }
}

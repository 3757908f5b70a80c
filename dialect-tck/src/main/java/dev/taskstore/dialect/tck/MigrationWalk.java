package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.migration.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Rolls back and applies again every changeset of a changelog, with rows in every table. After each
 * step, it checks that the live schema is the one that the applied changesets create, and that no
 * existing row has changed in the columns that still exist. Requires a dialect with {@link
 * dev.taskstore.db.spi.Capability#SCHEMA_INSPECTION}. Not thread-safe.
 */
public final class MigrationWalk {

  private final DialectFixture tck;
  private final Connection connection;
  private final Migrations migrations;

  private MigrationWalk(DialectFixture tck, Connection connection, Migrations migrations) {
    this.tck = tck;
    this.connection = connection;
    this.migrations = migrations;
  }

  /**
   * Rolls back all changesets, one at a time, and applies them again. Each changeset is also
   * applied and rolled back a second time before the next one is rolled back.
   *
   * @param tck the fixture of the dialect
   * @param database the database; all changesets are applied, and every table has a row
   * @param migrations the migrations of the database
   * @param tables the names of all tables; referenced tables come before the tables that refer to
   *     them
   * @throws SQLException if the database cannot be read
   * @throws AssertionError if a step does not keep the structure or the rows
   */
  public static void run(
      DialectFixture tck, TckDatabase database, Migrations migrations, List<String> tables)
      throws SQLException {
    try (Connection connection = tck.applicationDataSource(database).getConnection()) {
      MigrationWalk walk = new MigrationWalk(tck, connection, migrations);
      walk.walkUp(walk.walkDown(), tables);
    }
  }

  /** Rolls back to an empty database, and returns the states on the way, the first one last. */
  private Deque<DatabaseState> walkDown() throws SQLException {
    int changeSets = migrations.history().size();
    Deque<DatabaseState> levels = new ArrayDeque<>();
    levels.push(tck.state(connection));
    assertThat(levels.element().emptyTables()).isEmpty();
    assertThat(migrations.drift().differences()).isEmpty();

    for (int i = 0; i < changeSets; i++) {
      DatabaseState before = levels.element();
      assertThat(migrations.rollback(1)).isEqualTo(1);
      DatabaseState below = tck.state(connection);
      assertKept(before, below);
      assertThat(migrations.drift().differences()).isEmpty();

      assertThat(migrations.update(1)).isEqualTo(1);
      DatabaseState again = tck.state(connection);
      // Equal to a structure in which no drift was found, as in all later steps.
      assertThat(again.structure()).isEqualTo(before.structure());
      assertKept(below, again);

      assertThat(migrations.rollback(1)).isEqualTo(1);
      assertThat(tck.state(connection).structure()).isEqualTo(below.structure());
      levels.push(below);
    }
    assertThat(levels.element().structure()).isEmpty();
    assertThat(migrations.history()).isEmpty();
    return levels;
  }

  /** Updates from an empty database, with the rows that existed during the rollback. */
  private void walkUp(Deque<DatabaseState> levels, List<String> tables) throws SQLException {
    levels.pop();
    while (!levels.isEmpty()) {
      DatabaseState expected = levels.pop();
      DatabaseState before = tck.state(connection);
      assertThat(migrations.update(1)).isEqualTo(1);
      DatabaseState after = tck.state(connection);
      assertThat(after.structure()).isEqualTo(expected.structure());
      // A changeset may fill a column that an earlier changeset has added again.
      assertThat(after.missingRowsOf(before)).isEmpty();
      for (String table : tables) {
        if (after.emptyTables().contains(table)) {
          expected.restore(connection, table);
        }
      }
      assertThat(tck.state(connection).emptyTables()).isEmpty();
    }
    assertThat(migrations.pending()).isEmpty();
    assertThat(migrations.drift().differences()).isEmpty();
  }

  /** Checks that no existing row has changed in the columns that still exist. */
  private static void assertKept(DatabaseState before, DatabaseState after) {
    assertThat(after.rowsSharedWith(before)).isEqualTo(before.rowsSharedWith(after));
  }
}

package dev.taskstore.faults;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The database and changelog of a migration.
 *
 * @param database the database
 * @param changelog the resource path of the changelog
 * @param scratch a folder for files that a killed process leaves behind
 */
record MigratorTarget(TckDatabase database, String changelog, Path scratch) {

  private static final String FOLDER = "dev/taskstore/faults/change-log/";

  /** The changesets of users, tasks and tags, and additional ones that run for a while. */
  static final String WALK = FOLDER + "walk.xml";

  /** A changelog with a changeset of configurable duration. */
  static final String SLOW = FOLDER + "slow.xml";

  /** Opens the database without migrating it. */
  Database open() {
    return open(database, changelog);
  }

  static Database open(TckDatabase database, String changelog) {
    Database.Builder builder =
        Database.builder()
            .url(database.url())
            .changelog(changelog, MigratorTarget.class.getClassLoader())
            .migrationMode(MigrationMode.NONE)
            .maximumPoolSize(2);
    if (database.user() != null && database.password() != null) {
      builder.credentials(database.user(), database.password());
    }
    return builder.open();
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}

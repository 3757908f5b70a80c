package dev.taskstore.faults;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * What is migrated.
 *
 * @param database the database
 * @param changelog the changelog, a resource
 * @param scratch a folder for files that a killed process leaves behind
 */
record MigratorTarget(TckDatabase database, String changelog, Path scratch) {

  private static final String FOLDER = "dev/taskstore/faults/change-log/";

  /** Changesets that work for a while, on top of those of users, tasks and tags. */
  static final String WALK = FOLDER + "walk.xml";

  /** A changeset that takes as long as it is told. */
  static final String SLOW = FOLDER + "slow.xml";

  /** Opens the database and leaves its schema alone. */
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

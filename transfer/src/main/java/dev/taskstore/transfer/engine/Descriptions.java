package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.transfer.report.ChangelogState;
import dev.taskstore.transfer.report.DatabaseDescription;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What reports contain about a database. */
final class Descriptions {

  private Descriptions() {}

  static DatabaseDescription of(Access access) throws SQLException {
    DatabaseMetaData metaData = access.connection().getMetaData();
    return new DatabaseDescription(
        location(access),
        access.dialect().name(),
        metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion(),
        metaData.getDriverName() + " " + metaData.getDriverVersion());
  }

  /** Returns the location of a database without credentials and parameters. */
  static String location(Access access) throws SQLException {
    String url = access.connection().getMetaData().getURL();
    return url == null ? access.dialect().name() : access.dialect().target(url);
  }

  /** Returns the migrations, or null if the database was opened without a changelog. */
  static @Nullable Migrations migrations(Database database) {
    try {
      return database.migrations();
    } catch (InvalidArgumentException withoutChangelog) {
      return null;
    }
  }

  static ChangelogState changelog(Migrations migrations) {
    List<AppliedChangeSet> history = migrations.history();
    AppliedChangeSet last = history.isEmpty() ? null : history.get(history.size() - 1);
    String tag =
        history.stream()
            .map(AppliedChangeSet::tag)
            .flatMap(Optional::stream)
            .reduce((before, after) -> after)
            .orElse(null);
    return new ChangelogState(
        history.size(),
        last == null ? null : last.file() + "::" + last.id() + "::" + last.author(),
        tag);
  }

  static String libraryVersion() {
    String version = Database.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}

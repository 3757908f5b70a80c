package dev.taskstore.db.internal.migration;

import dev.taskstore.db.migration.AppliedChangeSet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.Liquibase;
import liquibase.change.core.EmptyChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/** The rows of Liquibase's history table, in the order that rollback reverses. */
final class AppliedChangeSets {

  /** One row of the history table. */
  private record Entry(AppliedChangeSet applied, @Nullable ChangeSet changeSet, String type) {

    boolean wasExecuted() {
      return type.equals("EXECUTED") || type.equals("RERAN");
    }

    /**
     * Returns the changeset to roll back, or null if the changelog does not contain it. If it was
     * only marked as applied, its rollback is replaced by an empty one: only the history row is
     * removed.
     */
    @Nullable ChangeSet toRollBack() {
      if (changeSet != null && type.equals("MARK_RAN")) {
        changeSet.getRollback().setChanges(new ArrayList<>(List.of(new EmptyChange())));
      }
      return changeSet;
    }
  }

  private final List<Entry> entries;

  private AppliedChangeSets(List<Entry> entries) {
    this.entries = entries;
  }

  static AppliedChangeSets read(Liquibase liquibase) throws LiquibaseException, SQLException {
    Database database = liquibase.getDatabase();
    // Liquibase checks whether the table exists; without it, the list is empty.
    return new AppliedChangeSets(
        database.getRanChangeSetList().isEmpty()
            ? List.of()
            : read(database, liquibase.getDatabaseChangeLog()));
  }

  private static List<Entry> read(Database database, DatabaseChangeLog changelog)
      throws SQLException {
    String table =
        database.escapeTableName(
            database.getLiquibaseCatalogName(),
            database.getLiquibaseSchemaName(),
            database.getDatabaseChangeLogTableName());
    List<Entry> entries = new ArrayList<>();
    try (Statement statement = connection(database).createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT orderexecuted, filename, id, author, dateexecuted, md5sum, tag, deployment_id,"
                    + " exectype FROM "
                    + table
                    + " ORDER BY dateexecuted, orderexecuted")) {
      while (row.next()) {
        entries.add(entry(row, changelog));
      }
    }
    return entries;
  }

  private static Entry entry(ResultSet row, DatabaseChangeLog changelog) throws SQLException {
    String file = DatabaseChangeLog.normalizePath(row.getString(2));
    String id = row.getString(3);
    String author = row.getString(4);
    ChangeSet changeSet = changelog.getChangeSet(file, author, id);
    AppliedChangeSet applied =
        new AppliedChangeSet(
            row.getInt(1),
            file,
            id,
            author,
            UtcHistory.parse(row.getString(5)),
            Optional.ofNullable(row.getString(6)),
            Optional.ofNullable(row.getString(7)),
            Optional.ofNullable(row.getString(8)),
            changeSet != null);
    return new Entry(applied, changeSet, row.getString(9));
  }

  static Connection connection(Database database) {
    return ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
  }

  List<AppliedChangeSet> all() {
    return entries.stream().map(Entry::applied).toList();
  }

  /** The changesets that ran and that the changelog still contains, oldest first. */
  List<ChangeSet> executed() {
    List<ChangeSet> result = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.changeSet != null && entry.wasExecuted()) {
        result.add(entry.changeSet);
      }
    }
    return result;
  }

  /** The last changesets to roll back, without those that the changelog no longer contains. */
  List<ChangeSet> last(int count) {
    List<ChangeSet> result = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0 && result.size() < count; i--) {
      ChangeSet changeSet = entries.get(i).toRollBack();
      if (changeSet != null) {
        result.add(changeSet);
      }
    }
    return result;
  }

  /** The changesets after the last one with the tag, the last one first; null if none has it. */
  @Nullable List<ChangeSet> after(String tag) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).applied.tag().equals(Optional.of(tag))) {
        AppliedChangeSets later = new AppliedChangeSets(entries.subList(i + 1, entries.size()));
        return later.last(entries.size());
      }
    }
    return null;
  }

  /** All tags, oldest first. */
  List<String> tags() {
    return all().stream().flatMap(applied -> applied.tag().stream()).distinct().toList();
  }

  Optional<AppliedChangeSet> latest() {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(entries.get(entries.size() - 1).applied);
  }

  Optional<AppliedChangeSet> find(ChangeSet changeSet) {
    return entries.stream()
        .filter(entry -> changeSet.equals(entry.changeSet))
        .map(Entry::applied)
        .findFirst();
  }
}

package dev.taskstore.codegen.h2;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.DataMark;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/**
 * Records which changeset created each table and column, and the marks of personal data. It reads
 * the catalog after each changeset, so that changesets in plain SQL are covered. For one thread.
 */
final class ChangeSetOrigins extends AbstractChangeExecListener {

  private static final String COLUMNS =
      "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = '"
          + ChangelogDatabase.SCHEMA
          + "'";

  private record Column(String table, String name) {}

  private final Connection connection;
  private final Map<Column, ChangeSetKey> columns = new HashMap<>();
  private final Map<String, ChangeSetKey> tables = new HashMap<>();
  private List<DataMark> marks = List.of();
  private boolean started;

  ChangeSetOrigins(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void ran(
      ChangeSet changeSet,
      DatabaseChangeLog changelog,
      Database database,
      ChangeSet.ExecType outcome) {
    ChangeSetKey origin = key(changeSet);
    if (!started) {
      started = true;
      marks = marks(changelog);
    }
    Set<Column> present = new HashSet<>();
    Set<String> presentTables = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(COLUMNS)) {
      while (found.next()) {
        Column column = new Column(found.getString(1), found.getString(2));
        present.add(column);
        presentTables.add(column.table());
        columns.putIfAbsent(column, origin);
        tables.putIfAbsent(column.table(), origin);
      }
    } catch (SQLException e) {
      throw new GenerationException("The in-memory database cannot be read.", e);
    }
    columns.keySet().retainAll(present);
    tables.keySet().retainAll(presentTables);
  }

  private static ChangeSetKey key(ChangeSet changeSet) {
    return new ChangeSetKey(changeSet.getFilePath(), changeSet.getId(), changeSet.getAuthor());
  }

  /** Reads the marks of all changesets, also of those for other databases. */
  private static List<DataMark> marks(DatabaseChangeLog changelog) {
    return changelog.getChangeSets().stream()
        .flatMap(
            changeSet ->
                DataMark.in(key(changeSet), Objects.requireNonNullElse(changeSet.getComments(), ""))
                    .stream())
        .toList();
  }

  /** Returns the marks of personal data in the changelog. */
  List<DataMark> marks() {
    return marks;
  }

  Optional<ChangeSetKey> of(String table) {
    return Optional.ofNullable(tables.get(table));
  }

  Optional<ChangeSetKey> of(String table, String column) {
    return Optional.ofNullable(columns.get(new Column(table, column)));
  }
}

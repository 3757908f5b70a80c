package dev.taskstore.liquibase.sqlite.snapshot;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableConstraint;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotGenerator;
import liquibase.snapshot.SnapshotGeneratorChain;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Finds unique constraints for the precondition {@code uniqueConstraintExists}. Liquibase finds
 * none on SQLite.
 */
public final class UniqueConstraintGeneratorSqlite implements SnapshotGenerator {

  private record Key(@Nullable String name, List<String> columns) {}

  /** Creates a generator. Liquibase calls this constructor. */
  public UniqueConstraintGeneratorSqlite() {}

  @Override
  public int getPriority(Class<? extends DatabaseObject> objectType, Database database) {
    return database instanceof SQLiteDatabase && UniqueConstraint.class.isAssignableFrom(objectType)
        ? PRIORITY_DATABASE
        : PRIORITY_NONE;
  }

  @Override
  @SuppressWarnings("unchecked") // Called for unique constraints only, as getPriority demands.
  public <T extends DatabaseObject> @Nullable T snapshot(
      T example, DatabaseSnapshot snapshot, SnapshotGeneratorChain chain) throws DatabaseException {
    UniqueConstraint wanted = (UniqueConstraint) example;
    if (wanted.getRelation() == null
        || wanted.getRelation().getName() == null
        || !(snapshot.getDatabase().getConnection() instanceof JdbcConnection connection)) {
      return null;
    }
    Schema schema = new Schema(connection.getUnderlyingConnection());
    String table = wanted.getRelation().getName();
    try {
      for (Key key : schema.hasTable(table) ? keys(schema.table(table)) : List.<Key>of()) {
        if (matches(key, wanted)) {
          return (T) found(key, wanted);
        }
      }
      return null;
    } catch (SQLException e) {
      throw new DatabaseException("Cannot read the table " + table + ": " + e.getMessage(), e);
    }
  }

  private static List<Key> keys(TableDefinition table) {
    List<Key> keys = new ArrayList<>();
    for (TableConstraint constraint : table.constraints()) {
      if (constraint.kind() == TableConstraint.Kind.UNIQUE) {
        keys.add(new Key(constraint.name(), constraint.columns()));
      }
    }
    for (ColumnDefinition column : table.columns()) {
      column
          .find(ColumnConstraint.Kind.UNIQUE)
          .ifPresent(constraint -> keys.add(new Key(constraint.name(), List.of(column.name()))));
    }
    return keys;
  }

  private static boolean matches(Key key, UniqueConstraint wanted) {
    List<String> columns =
        wanted.getColumns().stream().map(column -> Names.fold(column.getName())).sorted().toList();
    boolean sameColumns =
        columns.isEmpty()
            || columns.equals(key.columns().stream().map(Names::fold).sorted().toList());
    boolean sameName =
        wanted.getName() == null
            || (key.name() == null ? !columns.isEmpty() : Names.same(key.name(), wanted.getName()));
    return sameColumns && sameName;
  }

  private static UniqueConstraint found(Key key, UniqueConstraint wanted) {
    UniqueConstraint constraint = new UniqueConstraint();
    constraint.setRelation(wanted.getRelation());
    constraint.setName(key.name() == null ? wanted.getName() : key.name());
    for (String column : key.columns()) {
      constraint.getColumns().add(new Column(column).setRelation(wanted.getRelation()));
    }
    return constraint;
  }

  @Override
  public Class<? extends DatabaseObject> @Nullable [] addsTo() {
    return null;
  }

  @Override
  public Class<? extends SnapshotGenerator> @Nullable [] replaces() {
    return null;
  }
}

package dev.taskstore.liquibase.sqlite.change;

import java.util.Map;
import java.util.function.Supplier;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeMetaData;
import liquibase.change.ChangeParameterMetaData;
import liquibase.change.core.AddNotNullConstraintChange;
import liquibase.change.core.DropColumnChange;
import liquibase.change.core.DropDefaultValueChange;
import liquibase.change.core.DropForeignKeyConstraintChange;
import liquibase.change.core.DropNotNullConstraintChange;
import liquibase.change.core.DropPrimaryKeyChange;
import liquibase.change.core.DropSequenceChange;
import liquibase.change.core.DropTableChange;
import liquibase.change.core.DropUniqueConstraintChange;
import liquibase.change.core.RenameColumnChange;
import liquibase.change.core.RenameSequenceChange;
import liquibase.change.core.RenameTableChange;
import liquibase.change.core.RenameViewChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;

/** Replaces the inverses that Liquibase creates for a rollback. */
final class Replacement {

  /** Higher than that of Liquibase's own changes. */
  static final int PRIORITY = ChangeMetaData.PRIORITY_DEFAULT + 50;

  private static final Map<Class<? extends Change>, Supplier<Change>> INVERSES =
      Map.ofEntries(
          Map.entry(AddNotNullConstraintChange.class, SqliteAddNotNullConstraintChange::new),
          Map.entry(DropColumnChange.class, SqliteDropColumnChange::new),
          Map.entry(DropDefaultValueChange.class, SqliteDropDefaultValueChange::new),
          Map.entry(
              DropForeignKeyConstraintChange.class, SqliteDropForeignKeyConstraintChange::new),
          Map.entry(DropNotNullConstraintChange.class, SqliteDropNotNullConstraintChange::new),
          Map.entry(DropPrimaryKeyChange.class, SqliteDropPrimaryKeyChange::new),
          Map.entry(DropSequenceChange.class, SqliteDropSequenceChange::new),
          Map.entry(DropTableChange.class, SqliteDropTableChange::new),
          Map.entry(DropUniqueConstraintChange.class, SqliteDropUniqueConstraintChange::new),
          Map.entry(RenameColumnChange.class, SqliteRenameColumnChange::new),
          Map.entry(RenameSequenceChange.class, SqliteRenameSequenceChange::new),
          Map.entry(RenameTableChange.class, SqliteRenameTableChange::new),
          Map.entry(RenameViewChange.class, SqliteRenameViewChange::new));

  private Replacement() {}

  static boolean isSqlite(Database database) {
    return database instanceof SQLiteDatabase;
  }

  /** Replaces changes of Liquibase by those of this extension, with the same parameters. */
  static Change[] of(Change[] inverses) {
    Change[] replaced = inverses.clone();
    for (int i = 0; i < replaced.length; i++) {
      Supplier<Change> replacement = INVERSES.get(replaced[i].getClass());
      if (replacement != null) {
        replaced[i] = copy(replaced[i], replacement.get());
      }
    }
    return replaced;
  }

  private static Change copy(Change from, Change to) {
    ChangeFactory factory = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
    for (ChangeParameterMetaData parameter :
        factory.getChangeMetaData(from).getParameters().values()) {
      Object value = parameter.getCurrentValue(from);
      if (value != null) {
        parameter.setValue(to, value);
      }
    }
    return to;
  }
}

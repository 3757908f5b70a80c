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
          Map.entry(AddNotNullConstraintChange.class, AddNotNullConstraintChangeSqlite::new),
          Map.entry(DropColumnChange.class, DropColumnChangeSqlite::new),
          Map.entry(DropDefaultValueChange.class, DropDefaultValueChangeSqlite::new),
          Map.entry(
              DropForeignKeyConstraintChange.class, DropForeignKeyConstraintChangeSqlite::new),
          Map.entry(DropNotNullConstraintChange.class, DropNotNullConstraintChangeSqlite::new),
          Map.entry(DropPrimaryKeyChange.class, DropPrimaryKeyChangeSqlite::new),
          Map.entry(DropSequenceChange.class, DropSequenceChangeSqlite::new),
          Map.entry(DropTableChange.class, DropTableChangeSqlite::new),
          Map.entry(DropUniqueConstraintChange.class, DropUniqueConstraintChangeSqlite::new),
          Map.entry(RenameColumnChange.class, RenameColumnChangeSqlite::new),
          Map.entry(RenameSequenceChange.class, RenameSequenceChangeSqlite::new),
          Map.entry(RenameTableChange.class, RenameTableChangeSqlite::new),
          Map.entry(RenameViewChange.class, RenameViewChangeSqlite::new));

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

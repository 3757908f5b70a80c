/** Makes Liquibase's standard changes and types correct on SQLite. */
module dev.taskstore.liquibase.sqlite {
  requires java.sql;
  requires static transitive org.jspecify;
  requires transitive liquibase.core;

  exports dev.taskstore.liquibase.sqlite.type;
  // Liquibase creates changes by reflection.
  exports dev.taskstore.liquibase.sqlite.change to
      liquibase.core;
  exports dev.taskstore.liquibase.sqlite.value to
      liquibase.core;

  provides liquibase.change.Change with
      dev.taskstore.liquibase.sqlite.change.SqliteAddAutoIncrementChange,
      dev.taskstore.liquibase.sqlite.change.SqliteAddColumnChange,
      dev.taskstore.liquibase.sqlite.change.SqliteAddDefaultValueChange,
      dev.taskstore.liquibase.sqlite.change.SqliteAddForeignKeyConstraintChange,
      dev.taskstore.liquibase.sqlite.change.SqliteAddLookupTableChange,
      dev.taskstore.liquibase.sqlite.change.SqliteAddNotNullConstraintChange,
      dev.taskstore.liquibase.sqlite.change.SqliteAddPrimaryKeyChange,
      dev.taskstore.liquibase.sqlite.change.SqliteAddUniqueConstraintChange,
      dev.taskstore.liquibase.sqlite.change.SqliteAlterSequenceChange,
      dev.taskstore.liquibase.sqlite.change.SqliteCreateSequenceChange,
      dev.taskstore.liquibase.sqlite.change.SqliteCreateViewChange,
      dev.taskstore.liquibase.sqlite.change.SqliteDropAllForeignKeyConstraintsChange,
      dev.taskstore.liquibase.sqlite.change.SqliteDropColumnChange,
      dev.taskstore.liquibase.sqlite.change.SqliteDropDefaultValueChange,
      dev.taskstore.liquibase.sqlite.change.SqliteDropForeignKeyConstraintChange,
      dev.taskstore.liquibase.sqlite.change.SqliteDropNotNullConstraintChange,
      dev.taskstore.liquibase.sqlite.change.SqliteDropPrimaryKeyChange,
      dev.taskstore.liquibase.sqlite.change.SqliteDropSequenceChange,
      dev.taskstore.liquibase.sqlite.change.SqliteDropTableChange,
      dev.taskstore.liquibase.sqlite.change.SqliteDropUniqueConstraintChange,
      dev.taskstore.liquibase.sqlite.change.SqliteMergeColumnChange,
      dev.taskstore.liquibase.sqlite.change.SqliteModifyDataTypeChange,
      dev.taskstore.liquibase.sqlite.change.SqliteRenameColumnChange,
      dev.taskstore.liquibase.sqlite.change.SqliteRenameSequenceChange,
      dev.taskstore.liquibase.sqlite.change.SqliteRenameTableChange,
      dev.taskstore.liquibase.sqlite.change.SqliteRenameViewChange,
      dev.taskstore.liquibase.sqlite.change.SqliteSetColumnRemarksChange,
      dev.taskstore.liquibase.sqlite.change.SqliteSetTableRemarksChange,
      dev.taskstore.liquibase.sqlite.value.InsertDataChangeSqlite,
      dev.taskstore.liquibase.sqlite.value.LoadDataChangeSqlite,
      dev.taskstore.liquibase.sqlite.value.LoadUpdateDataChangeSqlite,
      dev.taskstore.liquibase.sqlite.value.UpdateDataChangeSqlite;
  provides liquibase.sqlgenerator.SqlGenerator with
      dev.taskstore.liquibase.sqlite.change.SchemaStatementGenerator,
      dev.taskstore.liquibase.sqlite.create.CreateTableGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.DeleteGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.InsertGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.InsertOrUpdateGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.UpdateGeneratorSqlite;
  provides liquibase.snapshot.SnapshotGenerator with
      dev.taskstore.liquibase.sqlite.snapshot.UniqueConstraintGeneratorSqlite;
}

/** Makes Liquibase's standard changes and types correct on SQLite. */
module dev.taskstore.liquibase.sqlite {
  requires java.sql;
  requires static transitive org.jspecify;
  requires transitive liquibase.core;

  exports dev.taskstore.liquibase.sqlite.type;
  // Liquibase creates changes and databases by reflection.
  exports dev.taskstore.liquibase.sqlite.change to
      liquibase.core;
  exports dev.taskstore.liquibase.sqlite.database to
      liquibase.core;
  exports dev.taskstore.liquibase.sqlite.value to
      liquibase.core;
  exports dev.taskstore.liquibase.sqlite.sql to
      liquibase.core;

  provides liquibase.change.Change with
      dev.taskstore.liquibase.sqlite.change.AddAutoIncrementChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.AddColumnChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.AddDefaultValueChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.AddForeignKeyConstraintChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.AddLookupTableChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.AddNotNullConstraintChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.AddPrimaryKeyChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.AddUniqueConstraintChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.AlterSequenceChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.CreateSequenceChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.CreateViewChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.DropAllForeignKeyConstraintsChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.DropColumnChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.DropDefaultValueChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.DropForeignKeyConstraintChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.DropNotNullConstraintChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.DropPrimaryKeyChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.DropSequenceChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.DropTableChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.DropUniqueConstraintChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.MergeColumnChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.ModifyDataTypeChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.RenameColumnChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.RenameSequenceChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.RenameTableChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.RenameViewChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.SetColumnRemarksChangeSqlite,
      dev.taskstore.liquibase.sqlite.change.SetTableRemarksChangeSqlite,
      dev.taskstore.liquibase.sqlite.value.InsertDataChangeSqlite,
      dev.taskstore.liquibase.sqlite.value.LoadDataChangeSqlite,
      dev.taskstore.liquibase.sqlite.value.LoadUpdateDataChangeSqlite,
      dev.taskstore.liquibase.sqlite.value.UpdateDataChangeSqlite;
  provides liquibase.database.Database with
      dev.taskstore.liquibase.sqlite.database.SqliteDatabase;
  provides liquibase.executor.Executor with
      dev.taskstore.liquibase.sqlite.sql.SqliteExecutor;
  provides liquibase.sqlgenerator.SqlGenerator with
      dev.taskstore.liquibase.sqlite.change.SchemaStatementGenerator,
      dev.taskstore.liquibase.sqlite.create.CreateTableGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.sql.RawSqlGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.DeleteGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.InsertGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.InsertOrUpdateGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.UpdateGeneratorSqlite;
  provides liquibase.snapshot.SnapshotGenerator with
      dev.taskstore.liquibase.sqlite.snapshot.UniqueConstraintGeneratorSqlite;
}

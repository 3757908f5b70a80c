/** Makes Liquibase's standard changes and types correct on SQLite. */
module dev.taskstore.liquibase.sqlite {
  requires static transitive org.jspecify;
  requires java.sql;
  requires transitive liquibase.core;

  exports dev.taskstore.liquibase.sqlite.type;

  provides liquibase.change.Change with
      dev.taskstore.liquibase.sqlite.value.InsertDataChangeSqlite,
      dev.taskstore.liquibase.sqlite.value.LoadDataChangeSqlite,
      dev.taskstore.liquibase.sqlite.value.LoadUpdateDataChangeSqlite,
      dev.taskstore.liquibase.sqlite.value.UpdateDataChangeSqlite;
  provides liquibase.sqlgenerator.SqlGenerator with
      dev.taskstore.liquibase.sqlite.create.CreateTableGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.DeleteGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.InsertGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.InsertOrUpdateGeneratorSqlite,
      dev.taskstore.liquibase.sqlite.value.UpdateGeneratorSqlite;
}

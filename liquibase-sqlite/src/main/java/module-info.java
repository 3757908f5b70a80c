/** Makes Liquibase's standard changes and types correct on SQLite. */
module dev.taskstore.liquibase.sqlite {
  requires static org.jspecify;
  requires java.sql;
  requires liquibase.core;

  exports dev.taskstore.liquibase.sqlite.type;
}

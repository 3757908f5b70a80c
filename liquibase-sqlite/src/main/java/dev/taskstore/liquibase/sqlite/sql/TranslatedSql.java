package dev.taskstore.liquibase.sqlite.sql;

import liquibase.statement.core.RawSqlStatement;

/** SQL of SQLite that is not translated again. */
@SuppressWarnings("deprecation") // the changes of Liquibase use it
final class TranslatedSql extends RawSqlStatement {

  TranslatedSql(String sql) {
    super(sql);
  }
}

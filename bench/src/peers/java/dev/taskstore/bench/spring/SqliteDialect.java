package dev.taskstore.bench.spring;

import org.springframework.data.jdbc.core.dialect.JdbcArrayColumns;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.relational.core.dialect.AnsiDialect;
import org.springframework.data.relational.core.dialect.LimitClause;

/** A dialect for SQLite, which Spring Data lacks. The limit clause is all that differs. */
final class SqliteDialect extends AnsiDialect implements JdbcDialect {

  @Override
  public LimitClause limit() {
    return JdbcPostgresDialect.INSTANCE.limit();
  }

  @Override
  public JdbcArrayColumns getArraySupport() {
    return JdbcArrayColumns.Unsupported.INSTANCE;
  }
}

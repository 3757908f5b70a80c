/** The PostgreSQL dialect of TaskStore. */
module dev.taskstore.dialect.postgres {
  requires transitive dev.taskstore.db;
  requires com.zaxxer.hikari;
  requires org.jooq;
  requires org.jspecify;
  requires org.postgresql.jdbc;

  exports dev.taskstore.dialect.postgres;

  provides dev.taskstore.db.spi.DialectProvider with
      dev.taskstore.dialect.postgres.PostgresDialectProvider;
}

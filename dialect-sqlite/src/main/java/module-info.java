/** The SQLite dialect of TaskStore. */
module dev.taskstore.dialect.sqlite {
  requires transitive dev.taskstore.db;
  requires com.zaxxer.hikari;
  requires static jakarta.xml.bind;
  requires org.jooq;
  requires org.jspecify;
  requires org.xerial.sqlitejdbc;

  exports dev.taskstore.dialect.sqlite;

  provides dev.taskstore.db.spi.DialectProvider with
      dev.taskstore.dialect.sqlite.SqliteDialectProvider;
}

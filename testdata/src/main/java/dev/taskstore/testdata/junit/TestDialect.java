package dev.taskstore.testdata.junit;

/** The database of a test. */
public enum TestDialect {
  /**
   * The database that the configuration parameter or system property {@code taskstore.test.dialect}
   * names: {@code sqlite}, which is the default, or {@code postgresql}.
   */
  CONFIGURED,

  /** SQLite: a file in the temporary folder. Requires {@code taskstore-dialect-sqlite}. */
  SQLITE,

  /**
   * PostgreSQL: a database of the server that {@code taskstore.test.postgresql.url} names, or of
   * embedded binaries. Requires {@code taskstore-dialect-postgres}.
   */
  POSTGRESQL
}

package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/** Runs a changelog on SQLite and on PostgreSQL and compares the rows. */
final class BothDatabases implements AutoCloseable {

  final Migration sqlite;
  final Migration postgres;

  BothDatabases(Path folder) {
    sqlite = Migration.sqlite(folder);
    postgres = Migration.postgres(folder);
  }

  BothDatabases update(String... changes) {
    sqlite.update(changes);
    postgres.update(changes);
    return this;
  }

  /** Returns the rows of a table, which must be equal. */
  List<String> rows(String table) {
    List<String> rows = StoredValues.of(sqlite, table);
    assertThat(rows).isEqualTo(StoredValues.of(postgres, table));
    return rows;
  }

  @Override
  public void close() {
    sqlite.close();
    postgres.close();
  }
}

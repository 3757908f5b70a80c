package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.dialect.tck.MigrationTck;
import dev.taskstore.dialect.tck.SchemaAlteration;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrationTckTest extends MigrationTck {

  @TempDir static Path folder;

  private static SqliteDatabases databases() {
    return new SqliteDatabases(folder);
  }

  @Override
  protected DialectProvider provider() {
    return new SqliteDialectProvider();
  }

  @Override
  protected TckDatabase newDatabase() {
    return databases().newDatabase();
  }

  @Override
  protected TckDatabase copyOf(TckDatabase migrated) throws IOException {
    return databases().copyOf(migrated);
  }

  @Override
  protected String urlOf(Path file) {
    return SqliteDatabases.urlOf(file);
  }

  @Override
  protected Optional<TckDatabase> readOnly(TckDatabase target) {
    return Optional.of(SqliteDatabases.readOnly(target));
  }

  @Override
  protected DataSource applicationDataSource(TckDatabase target) {
    return SqliteDatabases.applicationDataSource(target);
  }

  @Override
  protected List<String> statementsFor(SchemaAlteration alteration) {
    return SqliteDatabases.statementsFor(alteration);
  }
}

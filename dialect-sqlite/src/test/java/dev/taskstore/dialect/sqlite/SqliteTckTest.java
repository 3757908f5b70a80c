package dev.taskstore.dialect.sqlite;

import dev.taskstore.core.tck.TaskStoreTck;
import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteTckTest extends TaskStoreTck {

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
  protected List<String> raisingTrigger() {
    return List.of(
        "create trigger raise_name before insert on tags when new.name <> 'calm'"
            + " begin select raise(abort, 'v ' || new.name); end");
  }
}

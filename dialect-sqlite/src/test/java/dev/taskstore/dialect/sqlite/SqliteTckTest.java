package dev.taskstore.dialect.sqlite;

import dev.taskstore.spi.DialectProvider;
import dev.taskstore.tck.DialectTck;
import dev.taskstore.tck.TckDatabase;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteTckTest extends DialectTck {

  @TempDir static Path folder;

  @Override
  protected DialectProvider provider() {
    return new SqliteDialectProvider();
  }

  @Override
  protected TckDatabase newDatabase() {
    return TckDatabase.of(urlOf(folder.resolve(UUID.randomUUID() + ".db")), () -> {});
  }

  @Override
  protected String urlOf(Path file) {
    return "jdbc:sqlite:" + file;
  }

  @Override
  protected DataSource applicationDataSource(TckDatabase target) {
    SQLiteConfig configuration = new SQLiteConfig();
    configuration.enforceForeignKeys(true);
    SQLiteDataSource dataSource = new SQLiteDataSource(configuration);
    dataSource.setUrl(target.url());
    return dataSource;
  }
}

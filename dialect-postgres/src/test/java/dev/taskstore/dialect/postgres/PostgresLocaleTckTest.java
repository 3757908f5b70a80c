package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.core.tck.TaskStoreTck;
import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract under a locale whose order of text is not that of code points. */
@Tag("long")
@ExtendWith(LocaleCondition.class)
class PostgresLocaleTckTest extends TaskStoreTck {

  @Override
  protected DialectProvider provider() {
    return new PostgresDialectProvider();
  }

  @Override
  protected TckDatabase newDatabase() throws SQLException {
    return PostgresServer.shared().newDatabase("LOCALE_PROVIDER icu ICU_LOCALE 'en-US'");
  }

  @Override
  protected TckDatabase copyOf(TckDatabase migrated) throws SQLException {
    return PostgresServer.shared().copyOf(migrated);
  }

  @Test
  void uncollatedTextIsNotOrderedByCodePointHere() throws SQLException {
    try (TckDatabase database = newDatabase()) {
      try (Connection connection =
              DriverManager.getConnection(database.url(), database.user(), database.password());
          Statement statement = connection.createStatement();
          ResultSet resultSet =
              statement.executeQuery("SELECT 'a' < 'B', 'a' COLLATE \"C\" < 'B'")) {
        assertThat(resultSet.next()).isTrue();
        assertThat(resultSet.getBoolean(1)).isTrue();
        assertThat(resultSet.getBoolean(2)).isFalse();
      }
    }
  }
}

package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The names of storage types that changelogs include. */
class StorageTypeNamesTest {

  @Test
  void everyDatabaseHasTheSameNames() throws IOException {
    assertThat(names("postgresql").keySet()).isEqualTo(names("sqlite").keySet());
    // The contract tests run on H2 too, as on the database of an outsider.
    assertThat(names("h2").keySet()).isEqualTo(names("sqlite").keySet());
  }

  @Test
  void everySizeOfADecimalHasAName() throws IOException {
    Properties postgres = names("postgresql");
    Properties sqlite = names("sqlite");
    for (int precision = 1; precision <= 38; precision++) {
      for (int scale = 0; scale <= precision; scale++) {
        String size = "(" + precision + "," + scale + ")";
        assertThat(postgres.getProperty("type.decimal" + size)).isEqualTo("numeric" + size);
        assertThat(sqlite.getProperty("type.decimal" + size))
            .isEqualTo(precision <= 18 ? "INTEGER" : "BLOB");
      }
    }
  }

  private static Properties names(String database) throws IOException {
    String resource = "/dev/taskstore/change-log/types-" + database + ".properties";
    try (InputStream input = StorageTypeNamesTest.class.getResourceAsStream(resource)) {
      Properties names = new Properties();
      names.load(Objects.requireNonNull(input, resource));
      return names;
    }
  }
}

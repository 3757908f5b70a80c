package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the guide. */
class DocumentationTest {

  @TempDir Path folder;

  @Test
  void exampleCreatesTheSqlOfTheGuide() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "liquibase-sqlite-types.md"));
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.write(block(guide, "xml"));
      assertThat(normalized(sqlite.updateSql())).contains(normalized(block(guide, "sql")));
    }
  }

  private static String block(String guide, String language) {
    int start = guide.indexOf("```" + language) + 3 + language.length();
    return guide.substring(start, guide.indexOf("```", start));
  }

  private static String normalized(String sql) {
    return sql.replaceAll("\\s+", " ").replace("( ", "(").strip();
  }
}

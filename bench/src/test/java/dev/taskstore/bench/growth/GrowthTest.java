package dev.taskstore.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.bench.DatabaseKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthTest {

  @TempDir private Path folder;

  private void measure(int... sizes) throws IOException, SQLException {
    new Growth(
            new GrowthSettings(
                List.of(sizes[0], sizes[1]),
                List.of(20, 50),
                List.of(DatabaseKind.SQLITE),
                2,
                0,
                0,
                1,
                Optional.of(folder.resolve("databases")),
                folder.resolve("report")))
        .run();
  }

  @Test
  void questionsAreAskedOfEachSize() throws IOException, SQLException {
    measure(200, 1_000);
    assertThat(folder.resolve("report/PERFORMANCE.md"))
        .content()
        .contains("| operation | result | 200 tasks | 1,000 tasks | ratio |")
        .containsPattern(
            "\\| findById \\| one task by primary key \\| \\S+ \\S+ \\| \\S+ \\S+ \\| [0-9.]+ \\|")
        .containsPattern("\\| searchTitle \\|")
        .containsPattern("\\| 1,000 \\| 10 \\| \\S+ kB \\|")
        .endsWith("<!-- end of growth -->\n");
    assertThat(folder.resolve("report/growth.json"))
        .content()
        .contains("\"tasks\": 1000, \"keys\": 50, \"operation\": \"deepPage\", \"round\": 2,");
  }

  @Test
  void aDatabaseThatIsKeptIsNotFilledAgainAndAnUnfinishedOneIs() throws IOException, SQLException {
    Files.createDirectories(folder.resolve("databases"));
    Files.writeString(folder.resolve("databases/unfinished.db"), "left over from a run");
    measure(200, 5_000);
    Path note = folder.resolve("databases/tasks-5000.sqlite.txt");
    String written = Files.readString(note);
    measure(200, 5_000);
    assertThat(note).hasContent(written);
    assertThat(folder.resolve("databases")).isDirectoryNotContaining("glob:**unfinished*");
    assertThat(folder.resolve("report/PERFORMANCE.md")).content().contains("| deepPageOfTag |");
  }
}

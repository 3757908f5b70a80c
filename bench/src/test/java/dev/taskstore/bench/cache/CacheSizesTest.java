package dev.taskstore.bench.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.bench.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheSizesTest {

  @TempDir private Path folder;

  @Test
  void eachSizeIsMeasuredAndWritten() throws IOException, SQLException {
    List<CacheFigure> figures =
        CacheSizes.run(
            new CacheSettings(List.of(1, 4), 2, 5, 1, 10, new Dataset(1_000, 10), folder));

    assertThat(figures).hasSize(12).allSatisfy(figure -> assertThat(figure.nanos()).isPositive());
    assertThat(folder.resolve("PERFORMANCE.md"))
        .content()
        .contains(
            "| cache per connection | findById | pageOfUser | load |", "| 1 MiB |", "| 4 MiB |");
    assertThat(folder.resolve("cache.json")).content().contains("\"mebibytes\": 4");
  }
}

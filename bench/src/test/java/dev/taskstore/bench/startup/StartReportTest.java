package dev.taskstore.bench.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartReportTest {

  @TempDir private Path folder;

  private static Start start(long millis, long megabytes, int classes) {
    return new Start(millis * 1_000_000, new Footprint(megabytes * 1_000_000, classes));
  }

  @Test
  void mediansAreWrittenToThePageAndAllStartsBesideIt() throws IOException {
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    starts.put("JDBC", List.of(start(200, 2, 1_000), start(900, 2, 1_000), start(200, 2, 1_000)));
    starts.put("jOOQ", List.of(start(400, 5, 3_000), start(400, 5, 3_000), start(100, 5, 3_000)));
    starts.put("TaskStore", List.of(start(300, 6, 3_500), start(300, 6, 3_500), start(1, 4, 1)));
    new StartReport(starts).write(folder);
    assertThat(folder.resolve("PERFORMANCE.md"))
        .content()
        .contains(
            "| JDBC | 200 ms | 1.00 | 0.50 | 2.00 MB | 1,000 |",
            "| TaskStore | 300 ms | 1.50 | 0.75 | 6.00 MB | 3,500 |");
    assertThat(folder.resolve("start.json"))
        .content()
        .contains(
            "{\"program\": \"JDBC\", \"round\": 2, \"nanosToFirstRow\": 900000000,"
                + " \"heapBytes\": 2000000, \"loadedClasses\": 1000}");
  }
}

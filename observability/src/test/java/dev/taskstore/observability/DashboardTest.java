package dev.taskstore.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard queries metrics and labels that Prometheus reads after real calls. */
class DashboardTest {

  static final Path DASHBOARD = Path.of("../docs/grafana-dashboard.json");

  private static final Pattern NAME = Pattern.compile("(?<![\"$\\w])[a-z]\\w*");
  private static final Set<String> FUNCTIONS = Set.of("sum", "by", "rate");

  @TempDir private Path folder;

  static List<String> expressions(JsonNode panel) {
    List<String> expressions = new ArrayList<>();
    panel.get("targets").forEach(target -> expressions.add(target.get("expr").asText()));
    return expressions;
  }

  @Test
  void everyNameOfAQueryIsAMetricOrALabelOfTheScrape() throws IOException {
    Set<String> scraped = new TreeSet<>();
    try (ObservedWork work = new ObservedWork("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      work.run();
      String scrape = work.scrape();
      Pattern.compile("(?m)^(\\w+)|(\\w+)=\"")
          .matcher(scrape)
          .results()
          .forEach(name -> scraped.add(name.group(1) == null ? name.group(2) : name.group(1)));
    }
    List<String> used = new ArrayList<>();
    for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels")) {
      for (String expression : expressions(panel)) {
        NAME.matcher(expression)
            .results()
            .map(name -> name.group())
            .filter(name -> !FUNCTIONS.contains(name))
            .forEach(used::add);
      }
    }

    assertThat(used).hasSizeGreaterThan(20);
    assertThat(scraped).containsAll(used);
  }
}

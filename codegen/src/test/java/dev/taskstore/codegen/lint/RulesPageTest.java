package dev.taskstore.codegen.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesPageTest {

  @Test
  void thePageOfRulesIsThatOfTheCode() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/changelog-rules.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(LintRule.values())
                .map(
                    rule ->
                        "| `%s` | %s | %s |"
                            .formatted(rule.id(), rule.reason(), rule.portableWay()))
                .toList());
  }

  @Test
  void everyRuleIsFoundByItsId() {
    assertThat(Arrays.stream(LintRule.values()))
        .allSatisfy(rule -> assertThat(LintRule.byId(rule.id())).contains(rule));
    assertThat(LintRule.byId("no-such-rule")).isEmpty();
  }
}

package dev.taskstore.codegen.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnChangelogTest {

  @Test
  void theChangelogOfUsersTasksAndTagsBreaksNoRule() {
    List<Finding> findings =
        new ChangelogLinter()
            .lint(
                new LintConfiguration(
                    "dev/taskstore/core/change-log/master.xml",
                    List.of(Path.of("../core/src/main/resources"))));

    assertThat(findings).extracting(Finding::description).isEmpty();
  }
}

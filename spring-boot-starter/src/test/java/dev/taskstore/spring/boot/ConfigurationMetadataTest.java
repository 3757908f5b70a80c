package dev.taskstore.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigurationMetadataTest {

  private static final Path GUIDE = Path.of("../docs/spring.md");

  private static String metadata(String name) throws IOException {
    try (InputStream stream = TaskStoreProperties.class.getResourceAsStream("/META-INF/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The build writes the metadata for the completion of editors. */
  @Test
  void everyPropertyIsDescribedInTheMetadataAndInTheGuide() throws IOException {
    String written = metadata("spring-configuration-metadata.json");
    List<String> names =
        Pattern.compile(
                "\"name\": \"(taskstore[.][^\"]+)\",\\s*\"type\": \"[^\"]*\",\\s*\"description\"")
            .matcher(written)
            .results()
            .map(match -> match.group(1))
            .toList();
    String guide = Files.readString(GUIDE);

    assertThat(names)
        .contains("taskstore.url", "taskstore.pool.maximum-size", "taskstore.health.timeout")
        .hasSizeGreaterThan(15)
        .allSatisfy(name -> assertThat(guide).contains("`" + name + "`"));
  }
}

package dev.taskstore.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM manages every module that is deployed, and no other. */
class PublishedArtifactsTest {

  private static final Path ROOT = Path.of("../..");

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>(taskstore-[^<]+)</artifactId>");

  @Test
  void theBomNamesEveryModuleThatIsDeployed() throws IOException {
    List<String> deployed = new ArrayList<>();
    for (String module : all(MODULE, read("pom.xml"))) {
      String pom = read(module + "/pom.xml");
      if (!pom.contains("<maven.deploy.skip>true</maven.deploy.skip>")) {
        deployed.add("taskstore-" + module);
      }
    }

    assertThat(all(ARTIFACT, read("bom/pom.xml")))
        .startsWith("taskstore-bom")
        .containsExactlyInAnyOrderElementsOf(deployed);
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}

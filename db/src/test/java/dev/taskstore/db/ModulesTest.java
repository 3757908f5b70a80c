package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the modules' dependencies to the picture in docs/architecture.md. */
class ModulesTest {

  private static final Path PROJECT = Path.of("..");
  private static final Path PAGE = Path.of("../docs/architecture.md");
  private static final Pattern PICTURE =
      Pattern.compile("<!-- modules -->\\s*```mermaid\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ARROW = Pattern.compile("(?m)^\\s*([\\w-]+) (-->|-.->) ([\\w-]+)$");
  private static final Pattern ARTIFACT =
      Pattern.compile("</parent>.*?<artifactId>taskstore-([\\w-]+)</artifactId>", Pattern.DOTALL);
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<(dependency|plugin)>\\s*<groupId>dev\\.taskstore</groupId>\\s*"
              + "<artifactId>taskstore-([\\w-]+)</artifactId>(.*?)</\\1>",
          Pattern.DOTALL);
  private static final List<String> PUBLISHED_PREFIXES =
      List.of(
          "changelog",
          "db",
          "codegen",
          "core",
          "kotlin",
          "liquibase-",
          "dialect-",
          "transfer",
          "backup",
          "observability",
          "passwords",
          "spring-boot-starter",
          "testdata");

  @Test
  void thePictureShowsExactlyTheDependenciesOfThePublishedModules() throws IOException {
    Matcher picture = PICTURE.matcher(Files.readString(PAGE));
    assertThat(picture.find()).as("a picture of the modules in %s", PAGE).isTrue();
    Set<String> drawn = new TreeSet<>();
    ARROW
        .matcher(picture.group(1))
        .results()
        .forEach(a -> drawn.add(a.group(1) + " " + a.group(2) + " " + a.group(3)));

    assertThat(drawn).isEqualTo(actual());
  }

  private static Set<String> actual() throws IOException {
    Set<String> arrows = new TreeSet<>();
    try (Stream<Path> folders = Files.list(PROJECT)) {
      for (Path folder : folders.toList()) {
        Path pom = folder.resolve("pom.xml");
        if (Files.isRegularFile(pom)) {
          addArrows(Files.readString(pom), arrows);
        }
      }
    }
    return arrows;
  }

  private static void addArrows(String pom, Set<String> arrows) {
    Matcher artifact = ARTIFACT.matcher(pom);
    if (!artifact.find() || PUBLISHED_PREFIXES.stream().noneMatch(artifact.group(1)::startsWith)) {
      return;
    }
    DEPENDENCY
        .matcher(pom)
        .results()
        .filter(dependency -> !dependency.group(3).contains("<scope>test</scope>"))
        .forEach(
            dependency ->
                arrows.add(
                    artifact.group(1)
                        + (dependency.group(1).equals("plugin") ? " -.-> " : " --> ")
                        + dependency.group(2)));
  }
}

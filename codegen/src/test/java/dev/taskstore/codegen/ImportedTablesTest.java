package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.codegen.generation.RepositoryGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changelog that includes the changelog of a dependency, whose classes exist already. */
class ImportedTablesTest {

  private static final String LIBRARY =
      """
      --liquibase formatted sql

      --changeset library:people
      CREATE TABLE people (
        id   UUID NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_people PRIMARY KEY (id)
      );
      """;

  private static final String APPLICATION =
      """
      <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
        <include file="library/change-log/people.sql"/>
        <changeSet id="pets" author="application">
          <sql>
            CREATE TABLE pets (
              id       UUID NOT NULL,
              owner_id UUID NOT NULL,
              name     TEXT NOT NULL,
              CONSTRAINT pk_pets PRIMARY KEY (id),
              CONSTRAINT fk_pets_owner_id FOREIGN KEY (owner_id) REFERENCES people (id)
            );
            CREATE TABLE pet_friends (
              pet_id    UUID NOT NULL,
              person_id UUID NOT NULL,
              CONSTRAINT pk_pet_friends PRIMARY KEY (pet_id, person_id),
              CONSTRAINT fk_pet_friends_pet_id FOREIGN KEY (pet_id) REFERENCES pets (id),
              CONSTRAINT fk_pet_friends_person_id FOREIGN KEY (person_id) REFERENCES people (id)
            );
          </sql>
        </changeSet>
      </databaseChangeLog>
      """;

  @TempDir Path directory;

  private Path jar;

  @BeforeEach
  void writeChangelogs() throws IOException {
    Path resources = Files.createDirectories(directory.resolve("resources/application"));
    Files.writeString(resources.resolve("master.xml"), APPLICATION);
    Path sources = Files.createDirectories(directory.resolve("sources/library/change-log"));
    Files.writeString(sources.resolve("people.sql"), LIBRARY);
    jar = directory.resolve("library.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("library/change-log/people.sql"));
      out.write(LIBRARY.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
  }

  /** The file of the library is in a directory and, with the same content, in a jar. */
  private GeneratorConfigurationBuilder configuration(String changelog, String name) {
    return GeneratorConfiguration.forChangelog(changelog)
        .resources(List.of(directory.resolve("resources"), directory.resolve("sources"), jar))
        .output(directory.resolve(name))
        .schemaPackage("scenario.schema." + name)
        .modelPackage(name);
  }

  private static List<TableImport> imported(String tables) {
    return List.of(new TableImport(Pattern.compile(tables), "scenario.schema.library"));
  }

  private GeneratedCode generate(GeneratorConfigurationBuilder configuration, String name) {
    return new GeneratedCode(
        new RepositoryGenerator().generate(configuration.build()), directory.resolve(name));
  }

  @Test
  void importedTablesGetNoClassesAndForeignKeysUseTheExistingOnes() {
    GeneratedCode library =
        generate(configuration("library/change-log/people.sql", "library"), "library");
    GeneratedCode application =
        generate(
            configuration("application/master.xml", "application").imports(imported("people")),
            "application");

    assertThat(application.sources().keySet())
        .contains(
            "application/Pet.java",
            "scenario/schema/application/PetRepository.java",
            "scenario/schema/application/tables/Pets.java",
            "scenario/schema/application/tables/records/PetsRecord.java")
        .noneMatch(file -> file.contains("People") || file.contains("Person.java"));
    assertThat(application.code("schema.application.Keys"))
        .contains("scenario.schema.library.Keys.PK_PEOPLE", "FK_PETS_OWNER_ID")
        .doesNotContain("> PK_PEOPLE");
    assertThat(application.code("schema.application.PetRepository"))
        .contains("findByOwner(UUID ownerId", "attachPeople");
    assertThat(application.code("schema.application.PersonalData"))
        .contains("List.of(PETS.OWNER_ID), List.of(PEOPLE.ID)");
    application.compiles(
        library.result().files().stream()
            .map(directory.resolve("library")::resolve)
            .toArray(Path[]::new));
  }

  @Test
  void includedFilesAreFoundInJars() {
    GeneratedCode application =
        generate(
            GeneratorConfiguration.forChangelog("application/master.xml")
                .resources(List.of(directory.resolve("resources"), jar))
                .output(directory.resolve("alone"))
                .schemaPackage("scenario.schema.alone")
                .modelPackage("alone"),
            "alone");

    assertThat(application.sources().keySet()).contains("alone/Person.java", "alone/Pet.java");
  }

  @Test
  void anImportWithoutATableIsRefused() {
    GeneratorConfiguration misspelled =
        configuration("application/master.xml", "application").imports(imported("persons")).build();

    assertThatThrownBy(() -> new RepositoryGenerator().generate(misspelled))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("imports has \"persons\", which matches no table");
  }

  @Test
  void thePackageOfAnImportIsValidated() {
    GeneratorConfigurationBuilder invalid =
        configuration("application/master.xml", "application")
            .imports(List.of(new TableImport(Pattern.compile("people"), "no package")));

    assertThatThrownBy(invalid::build)
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("no package");
  }
}

package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taskstore.codegen.generation.RepositoryGenerator;
import dev.taskstore.codegen.problem.Advice;
import java.nio.file.Path;

/** Changelogs with one table that the generator refuses, and again with what it advises. */
final class AdvisedChangelog {

  static final String TYPES = "<include file=\"dev/taskstore/change-log/types.xml\"/>";

  private AdvisedChangelog() {}

  static String inSql(String type) {
    return TYPES + key("id bigint PRIMARY KEY, odd " + type);
  }

  /** A changeset for each database. */
  static String limited(String postgres, String sqlite) {
    return TYPES
        + """
        <changeSet id="notes" author="ada" dbms="postgresql">
          <sql>CREATE TABLE notes (id ${type.bigint} PRIMARY KEY, odd %s)</sql>
        </changeSet>
        <changeSet id="notes-of-sqlite" author="ada" dbms="sqlite">
          <sql>CREATE TABLE notes (id ${type.bigint} PRIMARY KEY NOT NULL, odd %s)</sql>
        </changeSet>
        """
            .formatted(postgres, sqlite);
  }

  static String key(String columns) {
    return """
    <changeSet id="notes" author="ada"><sql>CREATE TABLE notes (%s)</sql></changeSet>
    """
        .formatted(columns.replace("<", "&lt;"));
  }

  static String inChange(String attributes) {
    return XmlChangelog.table("notes", "<column name=\"odd\" " + attributes + "/>");
  }

  /** The advice of the only problem, which names the type. */
  static Advice advice(Path folder, String changelog) {
    return problem(folder, changelog).problems().get(0).advice();
  }

  static GenerationException problem(Path folder, String changelog) {
    write(folder, changelog);
    GenerationException failure = failure(XmlChangelog.configuration(folder));
    assertThat(failure.problems()).as(failure.getMessage()).hasSize(1);
    return failure;
  }

  static GenerationException failure(GeneratorConfigurationBuilder configuration) {
    GenerationException failure =
        catchThrowableOfType(
            GenerationException.class,
            () -> new RepositoryGenerator().generate(configuration.build()));
    assertThat(failure).isNotNull();
    return failure;
  }

  static void generate(Path folder, String changelog) {
    write(folder, changelog);
    new RepositoryGenerator().generate(XmlChangelog.configuration(folder).build());
  }

  static void write(Path folder, String changelog) {
    XmlChangelog.write(folder.resolve("resources/master.xml"), XmlChangelog.of(changelog));
  }
}

package dev.taskstore.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes changelogs in XML to a directory. */
final class XmlChangelog {

  private XmlChangelog() {}

  static String of(String content) {
    return """
    <databaseChangeLog
        xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
    %s
    </databaseChangeLog>
    """
        .formatted(content);
  }

  /** A changeset that creates a table with a key, and with the columns. */
  static String table(String name, String columns) {
    return """
    <changeSet id="%1$s" author="ada">
      <createTable tableName="%1$s">
        <column name="id" type="bigint"><constraints primaryKey="true" primaryKeyName="pk_%1$s" nullable="false"/></column>
        %2$s
      </createTable>
    </changeSet>
    """
        .formatted(name, columns);
  }

  static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The configuration for {@code master.xml} in a directory. */
  static GeneratorConfigurationBuilder configuration(Path directory) {
    return GeneratorConfiguration.forChangelog("master.xml")
        .resources(List.of(directory.resolve("resources")))
        .schemaPackage(Scenario.PACKAGE + ".schema")
        .modelPackage(Scenario.PACKAGE)
        .output(directory.resolve("output"));
  }
}

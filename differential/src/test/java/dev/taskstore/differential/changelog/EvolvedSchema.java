package dev.taskstore.differential.changelog;

import dev.taskstore.codegen.SchemaOptions;
import dev.taskstore.db.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.UniqueKey;

/** The changelog of an application in one version, with the classes generated from it. */
final class EvolvedSchema implements AutoCloseable {

  private static final Path FILES = Path.of("src/test/resources/evolution");
  private static final String CHANGELOG = "shop/change-log/master.xml";

  private final GeneratedApplication generated;

  private EvolvedSchema(GeneratedApplication generated) {
    this.generated = generated;
  }

  /** Writes the changelog of some files, and generates and compiles its classes. */
  static EvolvedSchema of(List<String> files, Path directory, SchemaOptions.PostgresServer server)
      throws IOException {
    Path resources = directory.resolve("resources");
    Path folder = Files.createDirectories(resources.resolve(CHANGELOG).getParent());
    for (String file : files) {
      Files.copy(FILES.resolve(file + ".xml"), folder.resolve(file + ".xml"));
    }
    Files.writeString(resources.resolve(CHANGELOG), master(files));
    return new EvolvedSchema(
        GeneratedApplication.of(
            new Application("shop", resources, CHANGELOG, List.of()), directory, server));
  }

  private static String master(List<String> files) {
    return Stream.concat(
            Stream.of("<include file=\"dev/taskstore/change-log/types.xml\"/>"),
            files.stream()
                .map(
                    file ->
                        "<include file=\"" + file + ".xml\" relativeToChangelogFile=\"true\"/>"))
        .collect(
            Collectors.joining(
                "\n",
                """
                <databaseChangeLog
                    xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                        http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                """,
                "\n</databaseChangeLog>\n"));
  }

  /** Returns what the generator left out. */
  List<?> leftOut() {
    return generated.result().leftOut();
  }

  Database.Builder builder() {
    return Database.builder().changelog(CHANGELOG, generated.loader());
  }

  Schema schema() throws ReflectiveOperationException {
    return generated.schema();
  }

  Table<?> table(String name) throws ReflectiveOperationException {
    return schema().getTable(name);
  }

  /** Describes the generated tables: columns with types, keys and foreign keys. */
  String structure() throws ReflectiveOperationException {
    return tables().map(EvolvedSchema::structure).collect(Collectors.joining("\n"));
  }

  private Stream<Table<?>> tables() throws ReflectiveOperationException {
    return schema().getTables().stream().sorted((a, b) -> a.getName().compareTo(b.getName()));
  }

  private static String structure(Table<?> table) {
    return Stream.of(
            table.fieldStream().map(EvolvedSchema::column),
            table.getKeys().stream().map(UniqueKey::getName),
            table.getReferences().stream().map(Named::getName))
        .map(names -> names.sorted().collect(Collectors.joining(", ")))
        .filter(names -> !names.isEmpty())
        .collect(Collectors.joining("; ", table.getName() + ": ", ""));
  }

  private static String column(Field<?> field) {
    return field.getName()
        + " "
        + field.getType().getSimpleName()
        + (field.getDataType().nullable() ? "?" : "");
  }

  /** Reads all rows: for each table its name, and for each row its values by column. */
  String rows(Database database) throws ReflectiveOperationException {
    return tables()
        .map(
            table ->
                table.getName()
                    + database.dsl().select(table.fields()).from(table).fetch().stream()
                        .map(
                            row ->
                                Arrays.stream(table.fields())
                                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                                    .map(field -> field.getName() + "=" + row.get(field))
                                    .collect(Collectors.joining(", ")))
                        .sorted()
                        .collect(Collectors.joining("\n  ", "\n  ", "")))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() throws IOException {
    generated.close();
  }
}

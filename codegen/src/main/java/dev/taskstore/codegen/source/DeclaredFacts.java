package dev.taskstore.codegen.source;

import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.ChangelogScript;
import dev.taskstore.codegen.ddl.DeclaredColumn;
import dev.taskstore.codegen.ddl.DeclaredConstraint;
import dev.taskstore.codegen.ddl.DeclaredSchema;
import dev.taskstore.codegen.ddl.DeclaredTable;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the statements of a changelog tell and the catalogs of databases do not: the changeset of a
 * table or column, and the standard type of a column. Statements that the generator does not
 * understand add nothing.
 */
final class DeclaredFacts {

  private final List<DeclaredSchema> schemas = new ArrayList<>();

  /** Adds the statements that one database has run. The last database with an answer wins. */
  void add(
      GeneratorConfiguration configuration, SchemaDatabase database, Set<ChangeSetKey> executed) {
    ChangelogScript script =
        ChangelogScript.read(
            configuration.changelog(),
            configuration.resources(),
            configuration.classPath(),
            database.shortName(),
            StandardTypes.parameters());
    schemas.add(0, DeclaredSchema.of(script, changeSet -> executed.contains(changeSet.key())));
  }

  Optional<ChangeSetKey> origin(String table) {
    return tables(table).flatMap(found -> found.createdBy().stream()).findFirst();
  }

  Optional<ChangeSetKey> origin(String table, String column) {
    return columns(table, column).map(DeclaredColumn::declaredBy).findFirst();
  }

  Optional<String> type(String table, String column) {
    return columns(table, column).map(DeclaredColumn::type).findFirst();
  }

  /** The condition of a check as it is written, with the current names of columns. */
  Optional<String> check(String table, String name) {
    return tables(table)
        .flatMap(found -> found.constraints(Kind.CHECK).stream())
        .map(DeclaredConstraint::definition)
        .filter(check -> check.name().filter(name::equalsIgnoreCase).isPresent())
        .flatMap(check -> check.expression().stream())
        .findFirst();
  }

  private Stream<DeclaredColumn> columns(String table, String column) {
    return tables(table).flatMap(found -> found.column(column).stream());
  }

  private Stream<DeclaredTable> tables(String table) {
    return schemas.stream().flatMap(schema -> schema.table(table).stream());
  }
}

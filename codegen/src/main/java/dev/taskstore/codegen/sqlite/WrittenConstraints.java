package dev.taskstore.codegen.sqlite;

import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import dev.taskstore.codegen.sql.ConstraintDefinition.Reference;
import dev.taskstore.codegen.sql.CreateTable;
import dev.taskstore.codegen.sql.SqlScript;
import java.util.List;
import java.util.stream.Stream;

/** The constraints in the text of CREATE TABLE. A constraint without a name has an empty one. */
record WrittenConstraints(List<ConstraintDefinition> definitions) {

  static WrittenConstraints of(String sql) {
    return new WrittenConstraints(
        SqlScript.read(sql).stream()
            .filter(CreateTable.class::isInstance)
            .map(CreateTable.class::cast)
            .flatMap(
                table ->
                    Stream.concat(
                        table.columns().stream().flatMap(column -> column.constraints().stream()),
                        table.constraints().stream()))
            .toList());
  }

  String primaryKey() {
    return of(Kind.PRIMARY_KEY).map(WrittenConstraints::name).findFirst().orElse("");
  }

  List<CatalogKey> uniqueKeys() {
    return of(Kind.UNIQUE).map(key -> new CatalogKey(name(key), key.columns())).toList();
  }

  List<CatalogForeignKey> foreignKeys() {
    return of(Kind.FOREIGN_KEY).flatMap(WrittenConstraints::foreignKey).toList();
  }

  List<CatalogCheck> checks() {
    return of(Kind.CHECK)
        .map(check -> new CatalogCheck(name(check), check.expression().orElse("")))
        .toList();
  }

  private static Stream<CatalogForeignKey> foreignKey(ConstraintDefinition key) {
    return key.reference().stream()
        .map(
            (Reference reference) ->
                new CatalogForeignKey(
                    name(key),
                    key.columns(),
                    reference.table(),
                    reference.columns(),
                    "",
                    reference.onDelete().orElse("NO ACTION"),
                    reference.onUpdate().orElse("NO ACTION")));
  }

  private Stream<ConstraintDefinition> of(Kind kind) {
    return definitions.stream().filter(constraint -> constraint.kind() == kind);
  }

  private static String name(ConstraintDefinition constraint) {
    return constraint.name().orElse("");
  }
}

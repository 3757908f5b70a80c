package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.changelog.ChangelogDatabase;
import dev.taskstore.codegen.specification.TableFacts.Check;
import dev.taskstore.codegen.specification.TableFacts.Index;
import dev.taskstore.codegen.sql.ColumnDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.CreateIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jooq.Record;

/**
 * Reads the facts of a schema. Which tables, columns and keys there are is asked of the migrated H2
 * database, which has understood the changelog; how each database writes types, defaults, checks
 * and indexes is taken from the statements that it gets.
 */
final class SchemaFactsReader {

  private final InformationSchema catalog;
  private final List<DeclaredSchema> declared;

  SchemaFactsReader(ChangelogDatabase database, List<DeclaredSchema> declared) {
    this.catalog = new InformationSchema(database);
    this.declared = declared;
  }

  SchemaFacts read() {
    return new SchemaFacts(
        declared.stream().map(DeclaredSchema::database).toList(),
        catalog.tables().stream().map(this::table).toList());
  }

  private TableFacts table(Record row) {
    String table = row.get("name", String.class);
    return new TableFacts(
        table,
        row.get("remark", String.class),
        catalog.columns(table).stream().map(column -> column(table, column)).toList(),
        catalog.keys(table, "PRIMARY KEY").stream().findFirst(),
        catalog.keys(table, "UNIQUE"),
        catalog.references(table),
        checks(table),
        indexes(table),
        byDatabase((schema, name) -> Optional.of(schema.options(name)), table));
  }

  private ColumnFacts column(String table, Record row) {
    String column = row.get("name", String.class);
    return new ColumnFacts(
        column,
        row.get("remark", String.class),
        row.get("nullable", Boolean.class),
        byDatabase((schema, name) -> schema.column(table, name).map(this::type), column),
        byDatabase(
            (schema, name) -> schema.column(table, name).flatMap(ColumnDefinition::collation),
            column),
        byDatabase(
            (schema, name) ->
                schema.column(table, name).flatMap(ColumnDefinition::defaultExpression),
            column));
  }

  private String type(ColumnDefinition column) {
    return column
        .generated()
        .map(how -> column.type() + " GENERATED AS " + how)
        .orElse(column.type());
  }

  private Map<String, String> byDatabase(
      BiFunction<DeclaredSchema, String, Optional<String>> fact, String name) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (DeclaredSchema schema : declared) {
      fact.apply(schema, name)
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> facts.put(schema.database(), text));
    }
    return facts;
  }

  /** As the databases write them; H2 alone knows those without a name. */
  private List<Check> checks(String table) {
    Map<String, String> written = new LinkedHashMap<>();
    for (DeclaredSchema schema : declared) {
      for (ConstraintDefinition check : schema.checks(table)) {
        written.putIfAbsent(check.name().orElseThrow(), check.expression().orElse(""));
      }
    }
    for (Check check : catalog.checks(table)) {
      written.putIfAbsent(check.name(), check.expression());
    }
    return written.entrySet().stream()
        .map(check -> new Check(check.getKey(), check.getValue()))
        .toList();
  }

  private List<Index> indexes(String table) {
    Set<String> names = new LinkedHashSet<>();
    declared.forEach(
        schema -> schema.indexes(table).forEach(index -> names.add(index.index().orElseThrow())));
    return names.stream().map(name -> index(table, name)).toList();
  }

  private Index index(String table, String name) {
    List<String> databases = new ArrayList<>();
    List<CreateIndex> statements = new ArrayList<>();
    String reason = "";
    for (DeclaredSchema schema : declared) {
      for (CreateIndex index : schema.indexes(table)) {
        if (index.index().orElseThrow().equals(name)) {
          databases.add(schema.database());
          statements.add(index);
        }
      }
      reason = reason.isEmpty() ? schema.indexComment(name) : reason;
    }
    CreateIndex index = statements.get(0);
    return new Index(
        name,
        index.unique(),
        index.keys().stream().map(SchemaFactsReader::key).toList(),
        index.keys().stream().map(key -> key.column().orElse(key.expression())).toList(),
        index.predicate().map(text -> text.replaceAll("\\s+", " ")).orElse(""),
        index.method().orElse(""),
        reason,
        databases);
  }

  private static String key(CreateIndex.Key key) {
    return key.expression()
        + key.collation().map(collation -> " COLLATE " + collation).orElse("")
        + (key.descending() ? " DESC" : "");
  }
}

package dev.taskstore.codegen.specification;

import static dev.taskstore.codegen.specification.MarkdownDocument.codeSpan;
import static dev.taskstore.codegen.specification.MarkdownDocument.codeSpans;
import static dev.taskstore.codegen.specification.MarkdownDocument.plain;

import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.changelog.DataCategory;
import dev.taskstore.codegen.specification.TableFacts.Index;
import dev.taskstore.codegen.sql.SqlExpression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes each table with its columns, constraints and indexes. */
final class TablesSection {

  private static final String NO_REMARK = "_no remark_";

  private final MarkdownDocument document;
  private final SchemaFacts schema;

  private TablesSection(MarkdownDocument document, SchemaFacts schema) {
    this.document = document;
    this.schema = schema;
  }

  static void write(MarkdownDocument document, SchemaFacts schema) {
    document.section("Tables");
    TablesSection section = new TablesSection(document, schema);
    schema.tables().forEach(section::table);
  }

  private void table(TableFacts table) {
    document.heading(codeSpan(table.name()));
    document.paragraph(table.remark().isEmpty() ? NO_REMARK : plain(table.remark()));
    String options =
        table.options().entrySet().stream()
            .map(option -> codeSpan(option.getValue()) + " on " + option.getKey())
            .collect(Collectors.joining(", "));
    if (!options.isEmpty()) {
      document.paragraph("Created with " + options + ".");
    }
    columns(table);
    document.paragraph("**Constraints**");
    constraints(table);
    document.paragraph("**Indexes**");
    indexes(table);
  }

  private void columns(TableFacts table) {
    List<String> header = new ArrayList<>(List.of("column"));
    schema.databases().forEach(database -> header.add("type on " + database));
    header.addAll(List.of("null", "default", "constraints"));
    if (schema.personal()) {
      header.add("personal data");
    }
    header.add("description");
    document.table(header, table.columns().stream().map(column -> column(table, column)).toList());
  }

  private List<String> column(TableFacts table, ColumnFacts column) {
    List<String> cells = new ArrayList<>(List.of(codeSpan(column.name())));
    for (String database : schema.databases()) {
      String type = column.typeWithCollation(database);
      cells.add(type.isEmpty() ? "_not read_" : codeSpan(type));
    }
    cells.add(column.nullable() ? "yes" : "no");
    cells.add(defaults(column));
    cells.add(String.join(", ", roles(table, column)));
    if (schema.personal()) {
      cells.add(column.category().map(DataCategory::word).orElse(""));
    }
    cells.add(remark(column));
    return cells;
  }

  static String remark(ColumnFacts column) {
    return column.remark().isEmpty() ? NO_REMARK : plain(column.remark());
  }

  private String defaults(ColumnFacts column) {
    Map<String, String> defaults = column.defaults();
    Set<String> different = new LinkedHashSet<>(defaults.values());
    if (different.size() == 1 && defaults.size() == schema.databases().size()) {
      return codeSpan(different.iterator().next());
    }
    return defaults.entrySet().stream()
        .map(entry -> codeSpan(entry.getValue()) + " on " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static List<String> roles(TableFacts table, ColumnFacts column) {
    String name = column.name();
    List<String> roles = new ArrayList<>();
    if (table.inPrimaryKey(name)) {
      roles.add("primary key");
    }
    for (CatalogForeignKey reference : table.references()) {
      if (reference.columns().contains(name)) {
        roles.add("refers to " + codeSpan(reference.table()));
      }
    }
    for (CatalogKey key : table.uniqueKeys()) {
      if (key.columns().contains(name)) {
        roles.add(key.columns().size() == 1 ? "unique" : "unique with others");
      }
    }
    for (CatalogCheck check : table.checks()) {
      if (SqlExpression.mentions(check.expression(), name)) {
        roles.add(codeSpan(check.name()));
      }
    }
    return roles;
  }

  private void constraints(TableFacts table) {
    List<List<String>> rows = new ArrayList<>();
    table
        .primaryKey()
        .ifPresent(
            key -> rows.add(constraint(key.name(), "primary key", codeSpans(key.columns()))));
    for (CatalogKey key : table.uniqueKeys()) {
      rows.add(constraint(key.name(), "unique", codeSpans(key.columns())));
    }
    for (CatalogForeignKey reference : table.references()) {
      rows.add(constraint(reference.name(), "foreign key", rule(reference)));
    }
    for (CatalogCheck check : table.checks()) {
      rows.add(
          constraint(
              check.name(), "check", codeSpan(check.expression().replaceAll("\\s+", " ").strip())));
    }
    if (rows.isEmpty()) {
      document.paragraph("None but those on NULL.");
    } else {
      document.table(List.of("name", "kind", "rule"), rows);
    }
  }

  private static List<String> constraint(String name, String kind, String rule) {
    boolean madeUp = name.matches("(?i)constraint_[0-9a-f]+(_\\d+)?");
    return List.of(madeUp ? "_unnamed_" : codeSpan(name), kind, rule);
  }

  private static String rule(CatalogForeignKey reference) {
    return codeSpans(reference.columns())
        + " refers to "
        + codeSpan(reference.table())
        + " ("
        + codeSpans(reference.referencedColumns())
        + "); "
        + RelationshipsSection.actions(reference);
  }

  private void indexes(TableFacts table) {
    List<List<String>> rows = new ArrayList<>();
    table
        .primaryKey()
        .ifPresent(
            key ->
                rows.add(
                    List.of(
                        codeSpan(key.name()),
                        codeSpans(key.columns()),
                        "all",
                        "Comes with the primary key: finds a row by it.")));
    for (CatalogKey key : table.uniqueKeys()) {
      rows.add(
          List.of(
              codeSpan(key.name()),
              codeSpans(key.columns()),
              "all",
              "Comes with the unique constraint: refuses a second row, and finds the one."));
    }
    table.indexes().forEach(index -> rows.add(index(index)));
    if (rows.isEmpty()) {
      document.paragraph("None: every query reads the whole table.");
    } else {
      document.table(List.of("name", "on", "rows", "reason"), rows);
    }
  }

  private List<String> index(Index index) {
    String method = index.method().isEmpty() ? "" : " using " + codeSpan(index.method());
    String where =
        index.databases().equals(schema.databases())
            ? ""
            : " Only on " + String.join(", ", index.databases()) + ".";
    return List.of(
        codeSpan(index.name()),
        codeSpans(index.keys()) + method + (index.unique() ? ", unique" : ""),
        index.predicate().isEmpty() ? "all" : codeSpan(index.predicate()),
        (index.reason().isEmpty()
                ? "_The changelog gives no reason (COMMENT ON INDEX)._"
                : plain(index.reason()))
            + where);
  }
}

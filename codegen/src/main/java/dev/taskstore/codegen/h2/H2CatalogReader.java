package dev.taskstore.codegen.h2;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.changelog.DataMark;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Reads the catalog from H2's information schema. For one thread. */
final class H2CatalogReader {

  private static final String TABLES =
      """
      SELECT table_name AS "table", COALESCE(remarks, '') AS "remark"
      FROM information_schema.tables
      WHERE table_schema = ? AND table_type = 'BASE TABLE'
        AND LOWER(table_name) NOT IN ('databasechangelog', 'databasechangeloglock')
      """;

  // Liquibase removes the precision of a time on H2, where the default is 0; elsewhere, it is 6.
  private static final String COLUMNS =
      """
      SELECT c.table_name AS "table", c.column_name AS "name", COALESCE(c.remarks, '') AS "remark",
        CASE
          WHEN c.interval_type IS NOT NULL THEN 'INTERVAL ' || c.interval_type
          WHEN e.data_type IS NOT NULL THEN e.data_type || ' ARRAY'
          ELSE c.data_type
        END AS "type",
        c.character_maximum_length AS "length",
        CASE
          WHEN c.data_type = 'TIME' AND c.datetime_precision = 0 THEN 6
          ELSE COALESCE(c.numeric_precision, c.datetime_precision, 0)
        END AS "precision",
        COALESCE(c.numeric_scale, 0) AS "scale",
        c.is_nullable = 'YES' AS "nullable", c.column_default AS "default",
        c.is_identity = 'YES' AS "identity", c.is_generated = 'ALWAYS' AS "computed"
      FROM information_schema.columns c
      LEFT JOIN information_schema.element_types e
        ON e.object_schema = c.table_schema AND e.object_name = c.table_name
          AND e.object_type = 'TABLE' AND e.collection_type_identifier = c.dtd_identifier
      WHERE c.table_schema = ?
      ORDER BY c.table_name, c.ordinal_position
      """;

  private static final String KEYS =
      """
      SELECT t.table_name AS "table", t.constraint_type AS "kind", t.constraint_name AS "name",
        ARRAY_AGG(k.column_name ORDER BY k.ordinal_position) AS "columns"
      FROM information_schema.table_constraints t
      JOIN information_schema.key_column_usage k
        ON k.constraint_schema = t.constraint_schema AND k.constraint_name = t.constraint_name
      WHERE t.table_schema = ? AND t.constraint_type IN ('PRIMARY KEY', 'UNIQUE')
      GROUP BY t.table_name, t.constraint_type, t.constraint_name
      """;

  private static final String UNIQUE_INDEXES =
      """
      SELECT i.table_name AS "table", i.index_name AS "name",
        ARRAY_AGG(c.column_name ORDER BY c.ordinal_position) AS "columns"
      FROM information_schema.indexes i
      JOIN information_schema.index_columns c
        ON c.index_schema = i.index_schema AND c.index_name = i.index_name
          AND c.table_name = i.table_name
      WHERE i.table_schema = ? AND i.index_type_name = 'UNIQUE INDEX' AND NOT i.is_generated
      GROUP BY i.table_name, i.index_name
      """;

  private static final String FOREIGN_KEYS =
      """
      SELECT f.table_name AS "table", r.constraint_name AS "name",
        r.delete_rule AS "on_delete", r.update_rule AS "on_update",
        r.unique_constraint_name AS "key", MIN(p.table_name) AS "referenced_table",
        ARRAY_AGG(f.column_name ORDER BY f.ordinal_position) AS "columns",
        ARRAY_AGG(p.column_name ORDER BY f.ordinal_position) AS "referenced_columns"
      FROM information_schema.referential_constraints r
      JOIN information_schema.key_column_usage f
        ON f.constraint_schema = r.constraint_schema AND f.constraint_name = r.constraint_name
      JOIN information_schema.key_column_usage p
        ON p.constraint_schema = r.unique_constraint_schema
          AND p.constraint_name = r.unique_constraint_name
          AND p.ordinal_position = f.position_in_unique_constraint
      WHERE f.table_schema = ?
      GROUP BY f.table_name, r.constraint_name, r.delete_rule, r.update_rule,
        r.unique_constraint_name
      """;

  private static final String CHECKS =
      """
      SELECT t.table_name AS "table", c.constraint_name AS "name", c.check_clause AS "clause"
      FROM information_schema.check_constraints c
      JOIN information_schema.table_constraints t
        ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
      WHERE t.table_schema = ?
      """;

  // The length that H2 reports for text and binary data without a limit; large objects have more.
  private static final long UNLIMITED = 1_000_000_000;

  private final DSLContext jooq;
  private final ChangeSetOrigins origins;
  private final List<DataMark> marks;

  H2CatalogReader(Connection connection, ChangeSetOrigins origins, List<DataMark> marks) {
    this.jooq = DSL.using(connection, SQLDialect.H2);
    this.origins = origins;
    this.marks = marks;
  }

  Catalog read() {
    Map<String, Result<Record>> columns = byTable(COLUMNS);
    Map<String, Result<Record>> keys = byTable(KEYS);
    Map<String, Result<Record>> uniqueIndexes = byTable(UNIQUE_INDEXES);
    Map<String, Result<Record>> foreignKeys = byTable(FOREIGN_KEYS);
    Map<String, Result<Record>> checks = byTable(CHECKS);
    return new Catalog(
        fetch(TABLES).stream()
            .map(
                row -> {
                  String table = text(row, "table");
                  return new CatalogTable(
                      table,
                      text(row, "remark").strip(),
                      origins.of(table),
                      rows(columns, table).stream().map(this::column).toList(),
                      keys(keys, table, "PRIMARY KEY").stream().findFirst(),
                      keys(keys, table, "UNIQUE"),
                      rows(uniqueIndexes, table).stream().map(H2CatalogReader::key).toList(),
                      rows(foreignKeys, table).stream().map(H2CatalogReader::foreignKey).toList(),
                      rows(checks, table).stream().map(H2CatalogReader::check).toList());
                })
            .toList());
  }

  private CatalogColumn column(Record row) {
    String table = text(row, "table");
    String name = text(row, "name");
    return new CatalogColumn(
        name,
        text(row, "remark").strip(),
        origins.of(table, name),
        DataMark.categoryOf(marks, table, name),
        new CatalogType(
            text(row, "type").toUpperCase(Locale.ROOT),
            length(row),
            row.get("precision", Integer.class),
            row.get("scale", Integer.class)),
        row.get("nullable", Boolean.class),
        Optional.ofNullable(row.get("default", String.class)),
        row.get("identity", Boolean.class),
        row.get("computed", Boolean.class));
  }

  private static OptionalInt length(Record row) {
    Long length = row.get("length", Long.class);
    return length == null || length >= UNLIMITED
        ? OptionalInt.empty()
        : OptionalInt.of(length.intValue());
  }

  private static List<CatalogKey> keys(
      Map<String, Result<Record>> keys, String table, String kind) {
    return rows(keys, table).stream()
        .filter(row -> text(row, "kind").equals(kind))
        .map(H2CatalogReader::key)
        .toList();
  }

  private static CatalogKey key(Record row) {
    return new CatalogKey(text(row, "name"), names(row, "columns"));
  }

  private static CatalogForeignKey foreignKey(Record row) {
    return new CatalogForeignKey(
        text(row, "name"),
        names(row, "columns"),
        text(row, "referenced_table"),
        names(row, "referenced_columns"),
        text(row, "key"),
        text(row, "on_delete"),
        text(row, "on_update"));
  }

  private static CatalogCheck check(Record row) {
    return new CatalogCheck(text(row, "name"), text(row, "clause"));
  }

  private Map<String, Result<Record>> byTable(String query) {
    return fetch(query).intoGroups(DSL.field(DSL.name("table"), String.class));
  }

  private Result<Record> fetch(String query) {
    return jooq.fetch(query, ChangelogDatabase.SCHEMA);
  }

  private static List<Record> rows(Map<String, Result<Record>> rows, String table) {
    Result<Record> found = rows.get(table);
    return found == null ? List.of() : found;
  }

  private static String text(Record row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }

  private static List<String> names(Record row, String column) {
    return List.of(row.get(column, String[].class));
  }
}

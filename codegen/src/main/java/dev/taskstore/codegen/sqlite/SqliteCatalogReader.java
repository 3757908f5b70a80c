package dev.taskstore.codegen.sqlite;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogIndex;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.sql.SqlExpression;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Reads the schema of SQLite: columns and indexes from its pragmas, constraints from the text of
 * CREATE TABLE, which alone contains their names. For one thread.
 */
public final class SqliteCatalogReader {

  private static final String TABLES =
      """
      SELECT l.name AS "table", l.wr AS "without_rowid", l.strict AS "strict", s.sql AS "sql"
      FROM pragma_table_list l JOIN sqlite_schema s ON s.name = l.name AND s.type = 'table'
      WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite~_%' ESCAPE '~'
        AND LOWER(l.name) NOT IN ('databasechangelog', 'databasechangeloglock')
      """;

  private static final String COLUMNS =
      """
      SELECT s.name AS "table", c.name AS "name", c.type AS "type", c."notnull" AS "not_null",
        COALESCE('=' || c.dflt_value, '') AS "default", c.pk AS "pk", c.hidden AS "hidden"
      FROM sqlite_schema s JOIN pragma_table_xinfo(s.name) c
      WHERE s.type = 'table' AND c.hidden <> 1
      ORDER BY s.name, c.cid
      """;

  private static final String INDEXES =
      """
      SELECT s.name AS "table", i.name AS "index", i."unique" AS "unique", c.name AS "column",
        c.desc AS "desc", c.cid AS "cid"
      FROM sqlite_schema s JOIN pragma_index_list(s.name) i JOIN pragma_index_xinfo(i.name) c
      WHERE s.type = 'table' AND i.origin = 'c' AND i.partial = 0 AND c.key = 1
      ORDER BY s.name, i.name, c.seqno
      """;

  private static final Pattern AUTOINCREMENT =
      Pattern.compile("\\bAUTOINCREMENT\\b", Pattern.CASE_INSENSITIVE);
  private static final int EXPRESSION = -2;

  private final DSLContext jooq;

  /**
   * Creates a reader.
   *
   * @param connection a connection to the database
   */
  public SqliteCatalogReader(Connection connection) {
    this.jooq = DSL.using(connection, SQLDialect.SQLITE);
  }

  /**
   * Reads the schema.
   *
   * @return the tables, without changesets and remarks
   */
  public SqliteSchema read() {
    Map<String, Result<Record>> columns = byTable(COLUMNS);
    Map<String, Result<Record>> indexes = byTable(INDEXES);
    List<CatalogTable> tables = new ArrayList<>();
    Set<String> strict = new HashSet<>();
    Map<String, String> rowNumbers = new HashMap<>();
    for (Record row : jooq.fetch(TABLES)) {
      String name = text(row, "table");
      List<Record> tableColumns = rows(columns, name);
      if (row.get("strict", Boolean.class)) {
        strict.add(name);
      }
      String sql = text(row, "sql");
      Optional<String> rowNumber =
          row.get("without_rowid", Boolean.class) ? Optional.empty() : rowNumber(tableColumns);
      rowNumber.ifPresent(column -> rowNumbers.put(name, column));
      boolean numbered =
          AUTOINCREMENT.matcher(SqlExpression.withoutStrings(sql)).find() && rowNumber.isPresent();
      tables.add(
          table(
              name,
              sql,
              tableColumns,
              numbered ? rowNumber : Optional.empty(),
              rows(indexes, name)));
    }
    return new SqliteSchema(new Catalog(tables), strict, rowNumbers);
  }

  private static CatalogTable table(
      String name,
      String sql,
      List<Record> columns,
      Optional<String> numbered,
      List<Record> indexes) {
    WrittenConstraints written = WrittenConstraints.of(sql);
    List<String> key = primaryKey(columns);
    return new CatalogTable(
        name,
        "",
        Optional.empty(),
        columns.stream().map(row -> column(row, numbered)).toList(),
        key.isEmpty() ? Optional.empty() : Optional.of(new CatalogKey(written.primaryKey(), key)),
        written.uniqueKeys(),
        indexes(indexes),
        written.foreignKeys(),
        written.checks());
  }

  private static CatalogColumn column(Record row, Optional<String> numbered) {
    String name = text(row, "name");
    boolean computed = row.get("hidden", Integer.class) > 1;
    return new CatalogColumn(
        name,
        "",
        Optional.empty(),
        Optional.empty(),
        new CatalogType(
            text(row, "type")
                .replaceFirst("(?i)\\s*GENERATED ALWAYS$", "")
                .toUpperCase(Locale.ROOT),
            OptionalInt.empty(),
            0,
            0),
        // A key accepts NULL for compatibility with old versions; no repository writes it.
        row.get("not_null", Integer.class) == 0 && row.get("pk", Integer.class) == 0,
        defaultOf(row),
        numbered.equals(Optional.of(name)),
        computed,
        false);
  }

  /** The driver types a column by its first value, and NULL has no type: text begins with "=". */
  private static Optional<String> defaultOf(Record row) {
    String marked = text(row, "default");
    return marked.isEmpty() ? Optional.empty() : Optional.of(marked.substring(1));
  }

  /** The column that is the number of the row itself. */
  private static Optional<String> rowNumber(List<Record> columns) {
    List<Record> key = columns.stream().filter(row -> row.get("pk", Integer.class) > 0).toList();
    return key.size() == 1 && text(key.get(0), "type").equalsIgnoreCase("INTEGER")
        ? Optional.of(text(key.get(0), "name"))
        : Optional.empty();
  }

  private static List<String> primaryKey(List<Record> columns) {
    return columns.stream()
        .filter(row -> row.get("pk", Integer.class) > 0)
        .sorted(Comparator.comparing(row -> row.get("pk", Integer.class)))
        .map(row -> text(row, "name"))
        .toList();
  }

  private static List<CatalogIndex> indexes(List<Record> rows) {
    Map<String, List<CatalogIndex.Key>> keys = new HashMap<>();
    Set<String> unique = new HashSet<>();
    Set<String> overExpressions = new HashSet<>();
    for (Record row : rows) {
      String index = text(row, "index");
      if (row.get("cid", Integer.class) == EXPRESSION) {
        overExpressions.add(index);
        continue;
      }
      if (row.get("unique", Boolean.class)) {
        unique.add(index);
      }
      keys.computeIfAbsent(index, name -> new ArrayList<>())
          .add(new CatalogIndex.Key(text(row, "column"), row.get("desc", Boolean.class)));
    }
    keys.keySet().removeAll(overExpressions);
    return keys.entrySet().stream()
        .map(
            index ->
                new CatalogIndex(index.getKey(), unique.contains(index.getKey()), index.getValue()))
        .toList();
  }

  private Map<String, Result<Record>> byTable(String query) {
    return jooq.fetch(query).intoGroups(table());
  }

  private static Field<String> table() {
    return DSL.field(DSL.name("table"), String.class);
  }

  private static List<Record> rows(Map<String, Result<Record>> rows, String table) {
    Result<Record> found = rows.get(table);
    return found == null ? List.of() : found;
  }

  private static String text(Record row, String column) {
    return Objects.requireNonNullElse(row.get(column, String.class), "");
  }
}

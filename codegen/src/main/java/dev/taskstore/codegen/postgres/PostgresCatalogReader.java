package dev.taskstore.codegen.postgres;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.catalog.CatalogIndex;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.catalog.CatalogType;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Reads the catalog of PostgreSQL. For one thread. */
public final class PostgresCatalogReader {

  private final DSLContext jooq;

  /**
   * Creates a reader.
   *
   * @param connection a connection whose current schema is read, with the time zone UTC
   */
  public PostgresCatalogReader(Connection connection) {
    this.jooq = DSL.using(connection, SQLDialect.POSTGRES);
  }

  /**
   * Reads the catalog. Types have the names of the SQL standard; defaults and checks are without
   * PostgreSQL's casts.
   *
   * @return the tables, without changesets
   */
  public Catalog read() {
    Map<String, Result<Record>> columns = byTable(PostgresQueries.COLUMNS);
    Map<String, Result<Record>> keys = byTable(PostgresQueries.KEYS);
    Map<String, Result<Record>> indexes = byTable(PostgresQueries.INDEXES);
    Map<String, Result<Record>> foreignKeys = byTable(PostgresQueries.FOREIGN_KEYS);
    Map<String, Result<Record>> checks = byTable(PostgresQueries.CHECKS);
    return new Catalog(
        jooq.fetch(PostgresQueries.TABLES).stream()
            .map(
                row -> {
                  String table = text(row, "table");
                  return new CatalogTable(
                      table,
                      text(row, "remark").strip(),
                      Optional.empty(),
                      rows(columns, table).stream().map(PostgresCatalogReader::column).toList(),
                      keys(keys, table, "p").stream().findFirst(),
                      keys(keys, table, "u"),
                      rows(indexes, table).stream().map(PostgresCatalogReader::index).toList(),
                      rows(foreignKeys, table).stream()
                          .map(PostgresCatalogReader::foreignKey)
                          .toList(),
                      rows(checks, table).stream().map(PostgresCatalogReader::check).toList());
                })
            .toList());
  }

  private static CatalogColumn column(Record row) {
    CatalogType type =
        PostgresTypes.standard(
            text(row, "type"), text(row, "written"), row.get("modifier", Integer.class));
    boolean identity = row.get("identity", Boolean.class);
    boolean computed = row.get("computed", Boolean.class);
    return new CatalogColumn(
        text(row, "name"),
        text(row, "remark").strip(),
        Optional.empty(),
        Optional.empty(),
        type,
        !row.get("not_null", Boolean.class),
        identity || computed
            ? Optional.empty()
            : Optional.ofNullable(row.get("default", String.class))
                .map(expression -> PostgresDefaults.standard(expression, type.name())),
        identity,
        computed,
        row.get("collated", Boolean.class));
  }

  private static List<CatalogKey> keys(
      Map<String, Result<Record>> keys, String table, String kind) {
    return rows(keys, table).stream()
        .filter(row -> text(row, "kind").equals(kind))
        .map(row -> new CatalogKey(text(row, "name"), names(row, "columns")))
        .toList();
  }

  private static CatalogIndex index(Record row) {
    List<String> columns = names(row, "columns");
    List<String> descending = names(row, "descending");
    List<CatalogIndex.Key> keys = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      keys.add(new CatalogIndex.Key(columns.get(i), descending.get(i).equals("1")));
    }
    return new CatalogIndex(text(row, "name"), row.get("unique", Boolean.class), keys);
  }

  private static CatalogForeignKey foreignKey(Record row) {
    return new CatalogForeignKey(
        text(row, "name"),
        names(row, "columns"),
        text(row, "referenced_table"),
        names(row, "referenced_columns"),
        text(row, "key"),
        action(text(row, "on_delete")),
        action(text(row, "on_update")));
  }

  private static String action(String code) {
    return switch (code) {
      case "r" -> "RESTRICT";
      case "c" -> "CASCADE";
      case "n" -> "SET NULL";
      case "d" -> "SET DEFAULT";
      default -> "NO ACTION";
    };
  }

  private static CatalogCheck check(Record row) {
    return new CatalogCheck(
        text(row, "name"), PostgresExpressions.withoutCasts(text(row, "expression")));
  }

  private Map<String, Result<Record>> byTable(String query) {
    return jooq.fetch(query).intoGroups(DSL.field(DSL.name("table"), String.class));
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

package dev.taskstore.codegen.writer;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.catalog.CatalogIndex;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.schema.SingleSchemaDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jooq.SortOrder;
import org.jooq.meta.AbstractIndexDefinition;
import org.jooq.meta.AbstractTableDefinition;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DefaultCheckConstraintDefinition;
import org.jooq.meta.DefaultColumnDefinition;
import org.jooq.meta.DefaultDataTypeDefinition;
import org.jooq.meta.DefaultIndexColumnDefinition;
import org.jooq.meta.DefaultRelations;
import org.jooq.meta.IndexColumnDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;

/** Describes a catalog to jOOQ's code generator. No database is opened. For one thread. */
public final class CatalogDatabase extends SingleSchemaDatabase {

  /** The property with the key of the catalog. */
  static final String CATALOG = "taskstore.catalog";

  // jOOQ creates the database by the name of its class, and passes texts only.
  private static final Map<String, Catalog> CATALOGS = new ConcurrentHashMap<>();

  /** Creates a database whose catalog is set by a property. */
  public CatalogDatabase() {}

  /** Work with a catalog that jOOQ's database finds. */
  @FunctionalInterface
  interface Work {
    void run(String key) throws Exception;
  }

  /** Runs work while a catalog has a key for the property. */
  static void with(Catalog catalog, Work work) throws Exception {
    String key = UUID.randomUUID().toString();
    CATALOGS.put(key, catalog);
    try {
      work.run(key);
    } finally {
      CATALOGS.remove(key);
    }
  }

  private Catalog catalog() {
    return CATALOGS.getOrDefault(getProperties().getProperty(CATALOG, ""), new Catalog(List.of()));
  }

  @Override
  protected void loadPrimaryKeys(DefaultRelations relations) {
    eachTable(
        (table, definition) ->
            table
                .primaryKey()
                .ifPresent(
                    key ->
                        columns(definition, key.columns())
                            .forEach(
                                column ->
                                    relations.addPrimaryKey(key.name(), definition, column))));
  }

  @Override
  protected void loadUniqueKeys(DefaultRelations relations) {
    eachTable(
        (table, definition) -> {
          for (CatalogKey key : table.uniqueKeys()) {
            columns(definition, key.columns())
                .forEach(column -> relations.addUniqueKey(key.name(), definition, column));
          }
        });
  }

  @Override
  protected void loadForeignKeys(DefaultRelations relations) {
    eachTable(
        (table, definition) -> {
          for (CatalogForeignKey key : table.foreignKeys()) {
            TableDefinition parent = getTable(schema(), key.table());
            if (parent != null) {
              reference(relations, definition, key, parent);
            }
          }
        });
  }

  private static void reference(
      DefaultRelations relations,
      TableDefinition table,
      CatalogForeignKey key,
      TableDefinition parent) {
    for (int i = 0; i < key.columns().size(); i++) {
      relations.addForeignKey(
          key.name(),
          table,
          table.getColumn(key.columns().get(i)),
          key.referencedKey(),
          parent,
          parent.getColumn(key.referencedColumns().get(i)),
          true);
    }
  }

  @Override
  protected void loadCheckConstraints(DefaultRelations relations) {
    eachTable(
        (table, definition) ->
            table
                .checks()
                .forEach(
                    check ->
                        relations.addCheckConstraint(
                            definition,
                            new DefaultCheckConstraintDefinition(
                                schema(), definition, check.name(), check.expression(), true))));
  }

  private void eachTable(BiConsumer<CatalogTable, TableDefinition> work) {
    for (CatalogTable table : catalog().tables()) {
      TableDefinition definition = getTable(schema(), table.name());
      if (definition != null) {
        work.accept(table, definition);
      }
    }
  }

  private static List<ColumnDefinition> columns(TableDefinition table, List<String> names) {
    return names.stream().map(table::getColumn).toList();
  }

  private SchemaDefinition schema() {
    return getSchemata().get(0);
  }

  @Override
  protected List<TableDefinition> getTables0() {
    List<TableDefinition> tables = new ArrayList<>();
    catalog().tables().forEach(table -> tables.add(new Table(schema(), table)));
    return tables;
  }

  @Override
  protected List<IndexDefinition> getIndexes0() {
    List<IndexDefinition> indexes = new ArrayList<>();
    eachTable(
        (table, definition) ->
            table.indexes().forEach(index -> indexes.add(new Index(schema(), definition, index))));
    return indexes;
  }

  private static final class Table extends AbstractTableDefinition {

    private final CatalogTable table;

    Table(SchemaDefinition schema, CatalogTable table) {
      super(schema, table.name(), table.remark());
      this.table = table;
    }

    @Override
    protected List<ColumnDefinition> getElements0() {
      List<ColumnDefinition> columns = new ArrayList<>();
      for (CatalogColumn column : table.columns()) {
        columns.add(
            new DefaultColumnDefinition(
                this,
                column.name(),
                columns.size() + 1,
                new DefaultDataTypeDefinition(
                    getDatabase(),
                    getSchema(),
                    column.type().name(),
                    column.type().length().orElse(0),
                    column.type().precision(),
                    column.type().scale(),
                    column.nullable(),
                    column.defaultExpression().orElse(null)),
                column.identity(),
                column.remark()));
      }
      return columns;
    }
  }

  private static final class Index extends AbstractIndexDefinition {

    private final List<IndexColumnDefinition> columns = new ArrayList<>();

    Index(SchemaDefinition schema, TableDefinition table, CatalogIndex index) {
      super(schema, index.name(), table, index.unique());
      for (CatalogIndex.Key key : index.keys()) {
        columns.add(
            new DefaultIndexColumnDefinition(
                this,
                table.getColumn(key.column()),
                key.descending() ? SortOrder.DESC : SortOrder.ASC,
                columns.size() + 1));
      }
    }

    @Override
    protected List<IndexColumnDefinition> getIndexColumns0() {
      return columns;
    }
  }
}

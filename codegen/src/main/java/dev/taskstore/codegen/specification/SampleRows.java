package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.database.MigratedDatabase;
import dev.taskstore.codegen.source.SchemaSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The rows that a changelog inserts, as text in the form of the SQL standard. For one thread. */
final class SampleRows implements AutoCloseable {

  private final MigratedDatabase database;
  private final boolean sqlite;
  private final DSLContext jooq;

  private SampleRows(MigratedDatabase database, boolean sqlite) {
    this.database = database;
    this.sqlite = sqlite;
    this.jooq = DSL.using(database.connection(), sqlite ? SQLDialect.SQLITE : SQLDialect.POSTGRES);
  }

  /** Runs the changelog; the caller closes the result. */
  static SampleRows of(GeneratorConfiguration configuration) {
    boolean sqlite = SchemaSource.rowDatabase(configuration) == SchemaDatabase.SQLITE;
    return new SampleRows(SchemaSource.rows(configuration), sqlite);
  }

  /** The rows in the order of the primary key, else in that of all columns. NULL is empty. */
  List<List<Optional<String>>> of(CatalogTable table) {
    List<Field<?>> columns = new ArrayList<>();
    List<Field<?>> order = new ArrayList<>();
    for (CatalogColumn column : table.columns()) {
      Field<?> field = DSL.field(DSL.quotedName(column.name()));
      columns.add(sqlite ? field : field.cast(SQLDataType.CLOB).as(column.name()));
      order.add(field);
    }
    table
        .primaryKey()
        .ifPresent(
            key -> order.sort(Comparator.comparingInt(field -> position(key.columns(), field))));
    return jooq
        .select(columns)
        .from(DSL.table(DSL.quotedName(table.name())))
        .orderBy(order)
        .fetch()
        .stream()
        .map(row -> texts(table, row))
        .toList();
  }

  private List<Optional<String>> texts(CatalogTable table, Record row) {
    List<Optional<String>> texts = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value == null) {
        texts.add(Optional.empty());
      } else {
        texts.add(
            Optional.of(
                sqlite ? SqliteText.of(value, table.columns().get(i).type()) : value.toString()));
      }
    }
    return texts;
  }

  /** The columns of the key come first, in its order; the order of the others stays the same. */
  private static int position(List<String> key, Field<?> field) {
    int index = key.indexOf(field.getName());
    return index < 0 ? key.size() : index;
  }

  @Override
  public void close() {
    database.close();
  }
}

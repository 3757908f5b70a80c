package dev.taskstore.testdata.schema;

import dev.taskstore.db.spi.Dialect;
import dev.taskstore.testdata.load.RowLoader;
import dev.taskstore.transfer.rows.TableShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Named;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Generates and loads the rows of all tables in one transaction. Not thread-safe. */
final class SchemaLoader {

  private static final int CHUNK = 5_000;

  private final SchemaData.Settings settings;
  private final DSLContext dsl;
  private final Dialect dialect;
  private final TableOrder order;
  private final Domains domains;
  private final Map<String, List<Column>> columns = new HashMap<>();
  private final Map<List<String>, ParentRows> parents = new LinkedHashMap<>();
  private final Map<String, CheckReader> checks = new HashMap<>();

  SchemaLoader(SchemaData.Settings settings, DSLContext dsl, Dialect dialect) {
    this.settings = settings;
    this.dsl = dsl;
    this.dialect = dialect;
    this.order = TableOrder.of(settings.schema());
    this.domains = new Domains(settings.seed(), settings.until());
    for (Table<?> table : order.tables()) {
      List<Column> list = new ArrayList<>();
      for (Field<?> field : table.fields()) {
        if (!Column.isSupported(field)) {
          continue;
        }
        list.add(Column.of(field, list.size()));
      }
      columns.put(table.getName(), List.copyOf(list));
      checks.put(table.getName(), new CheckReader(table, list));
    }
    for (Table<?> table : order.tables()) {
      table.getReferences().forEach(key -> parents(key.getKey()));
      if (table.getReferences().stream().anyMatch(order.deferred()::contains)
          && table.getPrimaryKey() != null) {
        parents(table.getPrimaryKey());
      }
    }
  }

  private ParentRows parents(UniqueKey<?> key) {
    List<String> id = new ArrayList<>(List.of(key.getTable().getName()));
    key.getFields().forEach(field -> id.add(field.getName()));
    return parents.computeIfAbsent(
        List.copyOf(id), absent -> new ParentRows(columns(key.getTable(), key.getFields())));
  }

  private List<Column> columns(Table<?> table, List<? extends Field<?>> fields) {
    return TablePlan.named(columnsOf(table), fields.stream().map(Named::getName).toList());
  }

  private List<Column> columnsOf(Table<?> table) {
    List<Column> list = columns.get(table.getName());
    if (list == null) {
      throw new IllegalArgumentException(
          "A foreign key references the table " + table.getName() + " of another schema.");
    }
    return list;
  }

  /** Loads all tables and returns the numbers of their rows. */
  Map<String, Long> load() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Table<?> table : order.tables()) {
      counts.put(table.getName(), load(table));
    }
    for (Table<?> table : order.tables()) {
      new DeferredReferences(dsl, settings.seed(), table, shape(table))
          .set(deferred(table), primaryKey(table));
    }
    return counts;
  }

  private long load(Table<?> table) {
    CheckReader reader = checks.get(table.getName());
    long rows = isComplete(table) ? settings.rowsOf(table) : 0;
    List<@Nullable Object[]> existing =
        ExistingRows.read(dsl, table, columnsOf(table), inKeys(table));
    TablePlan plan =
        new TablePlan(
            table,
            columnsOf(table),
            reader == null ? new CheckReader(table, columnsOf(table)) : reader,
            references(table),
            generators(table),
            domains,
            settings.seed(),
            rows + existing.size());
    TableShape shape = shape(table);
    TableGenerator generator =
        new TableGenerator(
            plan,
            settings.seed(),
            rows,
            new DatabaseChecks(dsl, plan, shape),
            existing,
            collected(table));
    RowLoader loader = new RowLoader(dsl, dialect, shape);
    List<@Nullable Object[]> chunk = generator.next(CHUNK);
    while (!chunk.isEmpty()) {
      loader.load(chunk.iterator());
      chunk = generator.next(CHUNK);
    }
    if (generator.generated() > 0) {
      loader.advanceIdentity();
    }
    return generator.generated();
  }

  /** Returns whether rows need no value in a column that the generator left out. */
  private static boolean isComplete(Table<?> table) {
    return table
        .fieldStream()
        .filter(field -> !Column.isSupported(field))
        .allMatch(field -> field.getDataType().nullable() || field.getDataType().defaulted());
  }

  /** Returns the columns of the keys that must be distinct or that others reference. */
  private List<Column> inKeys(Table<?> table) {
    Set<Column> keyed = new HashSet<>();
    TablePlan.keys(table, columnsOf(table)).forEach(key -> keyed.addAll(key.columns()));
    return columnsOf(table).stream().filter(keyed::contains).toList();
  }

  /** Returns the shape of a table with the columns that have values. */
  private TableShape shape(Table<?> table) {
    return TableShape.of(table, columnsOf(table).stream().map(Column::field).toList());
  }

  private List<Reference> references(Table<?> table) {
    List<Reference> references = new ArrayList<>();
    for (ForeignKey<?, ?> key : table.getReferences()) {
      references.add(
          new Reference(
              key.getName(),
              columns(table, key.getFields()),
              referenced(key),
              key.getKey().getTable().getName().equals(table.getName()),
              order.deferred().contains(key)));
    }
    return references;
  }

  /** The foreign key may list the columns of the key in another order. */
  private ParentRows referenced(ForeignKey<?, ?> key) {
    List<String> id = new ArrayList<>(List.of(key.getKey().getTable().getName()));
    key.getKeyFields().forEach(field -> id.add(field.getName()));
    return parents.computeIfAbsent(
        List.copyOf(id),
        absent -> new ParentRows(columns(key.getKey().getTable(), key.getKeyFields())));
  }

  private Map<Column, Function<? super Random, ?>> generators(Table<?> table) {
    Map<Column, Function<? super Random, ?>> generators = new HashMap<>();
    for (Column column : columnsOf(table)) {
      Function<? super Random, ?> generator =
          settings.generators().get(List.of(table.getName(), column.name()));
      if (generator != null) {
        generators.put(column, generator);
      }
    }
    return generators;
  }

  private List<ParentRows> collected(Table<?> table) {
    return parents.entrySet().stream()
        .filter(entry -> entry.getKey().get(0).equals(table.getName()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private @Nullable ParentRows primaryKey(Table<?> table) {
    UniqueKey<?> key = table.getPrimaryKey();
    return key == null || deferred(table).isEmpty() ? null : parents(key);
  }

  /** Returns the foreign keys to set afterwards: those that no check or unique key restricts. */
  private List<Reference> deferred(Table<?> table) {
    CheckReader reader = checks.get(table.getName());
    return references(table).stream()
        .filter(Reference::isDeferred)
        .filter(
            reference ->
                reader == null
                    || reader.checks().stream()
                        .noneMatch(
                            check ->
                                check.columns().stream().anyMatch(reference.columns()::contains)))
        .toList();
  }
}

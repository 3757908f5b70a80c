package dev.taskstore.db.internal.failure;

import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.spi.ConstraintInspector;
import dev.taskstore.db.spi.ConstraintInspector.DeleteAction;
import dev.taskstore.db.spi.FailureKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Identity;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Finds the constraint that a write violated by querying for conflicting rows, for databases that
 * do not report it. Runs only after a failure, on the connection of the failed statement.
 */
public final class ViolationProbe {

  /** Searches for the constraint that a failed write violated. */
  @FunctionalInterface
  public interface Search {
    /** Returns the name of the violated constraint, or null. */
    @Nullable String find(ViolationProbe probe) throws SQLException;
  }

  private final DSLContext dsl;
  private final Connection connection;
  private final ConstraintInspector inspector;
  private final ConstraintCatalog constraints;
  private final FailureKind kind;
  private final int failedRow;

  ViolationProbe(
      DSLContext dsl,
      Connection connection,
      ConstraintInspector inspector,
      ConstraintCatalog constraints,
      FailureKind kind,
      int failedRow) {
    this.dsl = dsl;
    this.connection = connection;
    this.inspector = inspector;
    this.constraints = constraints;
    this.kind = kind;
    this.failedRow = failedRow;
  }

  /** Returns the first constraint that the failed row of a write violates. */
  public @Nullable String violatedBy(WrittenRows written) throws SQLException {
    List<Map<String, @Nullable Object>> rows = written.rows().get();
    if (kind == FailureKind.UNIQUE) {
      return failedRow < rows.size() ? takenKey(written, rows.get(failedRow)) : null;
    }
    // Updates run one by one; an earlier one may have found no row, and then violates nothing.
    int first = written.kind() == WrittenRows.Kind.UPDATE ? Math.min(failedRow, rows.size()) : 0;
    for (Map<String, @Nullable Object> row : rows.subList(first, rows.size())) {
      String missing = missingParent(written.table(), row);
      if (missing != null) {
        return missing;
      }
    }
    return written.kind() == WrittenRows.Kind.INSERT && first < rows.size()
        ? generatedReference(written.table(), rows.get(first))
        : null;
  }

  /** The foreign key of the column whose value the database generates, if it is the only one. */
  private static @Nullable String generatedReference(
      Table<?> table, Map<String, @Nullable Object> row) {
    Identity<?, ?> identity = table.getIdentity();
    List<String> names = new ArrayList<>();
    for (ForeignKey<?, ?> key : table.getReferences()) {
      if (identity != null
          && key.getFields().contains(identity.getField())
          && !row.containsKey(identity.getField().getName())) {
        names.add(key.getName());
      }
    }
    return names.size() == 1 ? names.get(0) : null;
  }

  private @Nullable String missingParent(Table<?> table, Map<String, @Nullable Object> row)
      throws SQLException {
    for (List<String> columns :
        modelled(table, inspector.foreignKeys(connection, table.getName()))) {
      List<Object> values = values(columns, row);
      for (ForeignKey<?, ?> key : table.getReferences()) {
        if (values != null
            && WrittenRows.names(key.getFields()).equals(columns)
            && !dsl.fetchExists(key.getKey().getTable(), equal(key.getKeyFields(), values))) {
          return key.getName();
        }
      }
    }
    return null;
  }

  private @Nullable String takenKey(WrittenRows written, Map<String, @Nullable Object> given)
      throws SQLException {
    Table<?> table = written.table();
    UniqueKey<?> primaryKey = table.getPrimaryKey();
    List<String> primary =
        primaryKey == null ? List.of() : WrittenRows.names(primaryKey.getFields());
    Map<String, @Nullable Object> row = new HashMap<>(given);
    boolean inserted = written.kind() == WrittenRows.Kind.INSERT;
    Record existing = inserted ? null : existing(written, primary, row);
    if (existing != null) {
      existing.intoMap().forEach(row::putIfAbsent);
      primary.forEach(column -> row.put(column, existing.get(column)));
    }
    List<Object> own = values(primary, row);
    for (List<String> columns :
        modelled(table, inspector.uniqueKeys(connection, table.getName()))) {
      boolean isPrimary = columns.equals(primary);
      List<Object> values = values(columns, row);
      if (values == null
          || (existing != null && (isPrimary || columns.equals(written.arbiter())))) {
        continue;
      }
      Condition taken = equal(fields(table, columns), values);
      if (!isPrimary && own != null && !primary.isEmpty()) {
        taken = taken.andNot(equal(fields(table, primary), own));
      }
      if (dsl.fetchExists(table, taken)) {
        var known = constraints.unique(table.getName(), columns);
        return known == null ? null : known.constraint();
      }
    }
    return null;
  }

  /** The row that an update or upsert should have changed. */
  private @Nullable Record existing(
      WrittenRows written, List<String> primary, Map<String, @Nullable Object> row) {
    List<String> key = written.arbiter().isEmpty() ? primary : written.arbiter();
    List<Object> values = values(key, row);
    return values == null
        ? null
        : dsl.selectFrom(written.table())
            .where(equal(fields(written.table(), key), values))
            .fetchOne();
  }

  /**
   * The foreign key of a row that still references one of the keys that were to be deleted, or a
   * row that a cascade deletes with them.
   */
  public @Nullable String remainingChild(Table<?> table, Collection<? extends List<?>> keys)
      throws SQLException {
    UniqueKey<?> primaryKey = Objects.requireNonNull(table.getPrimaryKey(), "primary key");
    for (List<?> values : keys) {
      String remaining =
          remainingChild(table, equal(primaryKey.getFields(), values), new ArrayList<>());
      if (remaining != null) {
        return remaining;
      }
    }
    return null;
  }

  /**
   * The first foreign key of rows that are not deleted with some rows.
   *
   * @param cascades the foreign keys whose rows are deleted with those before
   */
  private @Nullable String remainingChild(
      Table<?> table, Condition rows, List<ForeignKey<?, ?>> cascades) throws SQLException {
    for (ForeignKey<?, ?> key : references(table)) {
      Table<?> child = key.getTable();
      DeleteAction action = action(key);
      if (action == DeleteAction.CHANGE || cascades.contains(key)) {
        continue;
      }
      Condition children =
          DSL.row(key.getFields()).in(DSL.select(key.getKeyFields()).from(table).where(rows));
      if (!dsl.fetchExists(child, children)) {
        continue;
      }
      if (action == DeleteAction.REFUSE) {
        return key.getName();
      }
      cascades.add(key);
      String remaining = remainingChild(child, children, cascades);
      cascades.remove(key);
      if (remaining != null) {
        return remaining;
      }
    }
    return null;
  }

  private DeleteAction action(ForeignKey<?, ?> key) throws SQLException {
    Table<?> child = key.getTable();
    List<String> columns = WrittenRows.names(key.getFields());
    for (var action : inspector.deleteActions(connection, child.getName()).entrySet()) {
      if (modelled(child, List.of(action.getKey())).get(0).equals(columns)) {
        return action.getValue();
      }
    }
    return DeleteAction.REFUSE;
  }

  /** Returns the foreign keys that reference a table, the oldest first. */
  private List<ForeignKey<?, ?>> references(Table<?> table) throws SQLException {
    List<ForeignKey<?, ?>> references = new ArrayList<>();
    for (Schema schema : constraints.schemas()) {
      for (Table<?> child : schema.getTables()) {
        for (ForeignKey<?, ?> key : child.getReferences()) {
          if (key.getKey().getTable().getName().equals(table.getName())) {
            references.add(key);
          }
        }
      }
    }
    if (references.size() > 1) {
      List<String> tables = inspector.tables(connection).stream().map(this::modelledTable).toList();
      IdentityHashMap<ForeignKey<?, ?>, Integer> ages = new IdentityHashMap<>();
      for (ForeignKey<?, ?> key : references) {
        ages.put(key, age(key));
      }
      references.sort(
          Comparator.comparingInt(
                  (ForeignKey<?, ?> key) -> tables.indexOf(key.getTable().getName()))
              .thenComparingInt(key -> Objects.requireNonNull(ages.get(key))));
    }
    return references;
  }

  private String modelledTable(String name) {
    var known = constraints.modelled(name, List.of());
    return known == null ? name : String.valueOf(known.table());
  }

  /** Returns the position of a foreign key among those of its table, from the oldest. */
  private int age(ForeignKey<?, ?> key) throws SQLException {
    Table<?> child = key.getTable();
    return modelled(child, inspector.foreignKeys(connection, child.getName()))
        .indexOf(WrittenRows.names(key.getFields()));
  }

  /** Returns the columns of keys as the model spells them, not the database. */
  private static List<List<String>> modelled(Table<?> table, List<List<String>> keys) {
    return keys.stream()
        .map(
            columns ->
                columns.stream().map(name -> ConstraintCatalog.modelled(table, name)).toList())
        .toList();
  }

  private static @Nullable List<Object> values(
      List<String> columns, Map<String, @Nullable Object> row) {
    List<Object> values = new ArrayList<>();
    for (String column : columns) {
      Object value = row.get(column);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  private static List<Field<?>> fields(Table<?> table, List<String> names) {
    return names.stream()
        .<Field<?>>map(name -> Objects.requireNonNull(table.field(name), name))
        .toList();
  }

  private static Condition equal(List<? extends Field<?>> fields, List<?> values) {
    Condition condition = DSL.noCondition();
    for (int i = 0; i < fields.size(); i++) {
      condition = condition.and(equal(fields.get(i), values.get(i)));
    }
    return condition;
  }

  private static <T> Condition equal(Field<T> field, Object value) {
    Codec<?, Object> type = Codec.of(field.getDataType());
    Object own = type.accepts(value) ? type.fromStored(value) : value;
    return field.eq(DSL.val(field.getDataType().convert(own), field));
  }
}

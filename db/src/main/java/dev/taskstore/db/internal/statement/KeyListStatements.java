package dev.taskstore.db.internal.statement;

import dev.taskstore.db.Parameter;
import dev.taskstore.db.mapping.TableMapping;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** The statements on rows by a list of keys, whose values are the parameters. Thread-safe. */
public final class KeyListStatements {

  private static final int MAXIMUM_KEYS = 512;

  /** With fewer keys, both variants have the same plan. */
  private static final int FEWEST_JOINED = 32;

  private static final String KEYS = "keys";

  private final TableMapping<?, ?> mapping;
  private final List<TableField<?, ?>> columns;
  private final StatementRenderer renderer;
  private final SizedTemplates find;
  private final SizedTemplates lock;
  private final SizedTemplates delete;

  KeyListStatements(
      TableMapping<?, ?> mapping, List<TableField<?, ?>> columns, StatementRenderer renderer) {
    this.mapping = mapping;
    this.columns = columns;
    this.renderer = renderer;
    this.find = new SizedTemplates(this::renderFind);
    this.lock = new SizedTemplates(this::renderLock);
    this.delete = new SizedTemplates(this::renderDelete);
  }

  /** Creates the statements of a table without a principal for a scope. */
  KeyListStatements(KeyListStatements shared, ScopeBinding scope) {
    this.mapping = shared.mapping;
    this.columns = shared.columns;
    this.renderer = shared.renderer;
    this.find = shared.find.boundTo(scope);
    this.lock = shared.lock.boundTo(scope);
    this.delete = shared.delete.boundTo(scope);
  }

  /** Returns the maximum number of keys of one statement, a power of two. */
  public int maximumKeys() {
    return Math.min(
        MAXIMUM_KEYS,
        Integer.highestOneBit(
            renderer.dialect().statementTraits().maximumParameters() / columns.size()));
  }

  /** Finds the rows with a number of keys, a power of two. */
  public SqlTemplate find(int size) {
    return find.get(size);
  }

  private SqlTemplate renderFind(int size) {
    var from = renderer.dsl().select(mapping.columns()).from(mapping.table());
    if (size < FEWEST_JOINED || !renderer.dialect().statementTraits().joinsKeys()) {
      return renderer.constant(from.where(Placeholders.in(columns, size)));
    }
    Table<?> keys =
        DSL.values(Placeholders.rows(columns, KeyListStatements::typed, size)).as(KEYS, names());
    return renderer.constant(
        from.join(keys).on(DSL.and(columns.stream().map(KeyListStatements::equalsKey).toList())));
  }

  private String[] names() {
    return columns.stream().map(Field::getName).toArray(String[]::new);
  }

  private static <T> Condition equalsKey(TableField<?, T> column) {
    return column.eq(DSL.field(DSL.name(KEYS, column.getName()), column.getDataType()));
  }

  /** The database cannot infer the type of a parameter in a list of values from a column. */
  private static Field<?> typed(Field<?> column) {
    return DSL.cast(Parameter.of(column), column.getDataType().getSQLDataType());
  }

  /** Locks the rows with a number of keys, a power of two, in the order of the keys. */
  public SqlTemplate lock(int size) {
    return lock.get(size);
  }

  private SqlTemplate renderLock(int size) {
    return renderer.constant(
        renderer
            .dsl()
            .select(columns)
            .from(mapping.table())
            .where(Placeholders.in(columns, size))
            .orderBy(columns)
            .forUpdate());
  }

  /** Deletes the rows with a number of keys, a power of two. */
  public SqlTemplate delete(int size) {
    return delete.get(size);
  }

  private SqlTemplate renderDelete(int size) {
    return renderer.constant(
        renderer
            .dsl()
            .deleteFrom(mapping.table())
            .where(Placeholders.in(columns, size))
            .and(renderer.permitted(mapping.table(), RowPermission.DELETE)));
  }
}

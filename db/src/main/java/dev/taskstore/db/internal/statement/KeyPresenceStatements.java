package dev.taskstore.db.internal.statement;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.TableField;

/** Finds which of a list of keys belong to a row that permits an action. Thread-safe. */
public final class KeyPresenceStatements {

  private static final int MAXIMUM_KEYS = 256;

  private final Table<?> table;
  private final List<? extends TableField<?, ?>> columns;
  private final RowPermission permission;
  private final StatementRenderer renderer;
  private final SizedTemplates find = new SizedTemplates(this::renderFind);

  /**
   * Creates the statements of a table.
   *
   * @param columns the columns of a unique key
   * @param renderer renders statements for visible rows
   */
  public KeyPresenceStatements(
      Table<?> table,
      List<? extends TableField<?, ?>> columns,
      RowPermission permission,
      StatementRenderer renderer) {
    this.table = table;
    this.columns = columns;
    this.permission = permission;
    this.renderer = renderer;
  }

  /** Returns the maximum number of keys of one statement, a power of two. */
  public int maximumKeys() {
    return MAXIMUM_KEYS;
  }

  /** Selects the keys that exist among a number of keys, a power of two. */
  public SqlTemplate find(int size, ScopeBinding scope) {
    return find.get(size).boundTo(scope);
  }

  private SqlTemplate renderFind(int size) {
    Condition condition = Placeholders.in(columns, size);
    return renderer.constant(
        renderer
            .dsl()
            .select(columns)
            .from(table)
            .where(
                permission == RowPermission.READ
                    ? condition
                    : condition.and(renderer.permitted(table, permission))));
  }
}

package dev.taskstore.db;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.TableField;

public abstract class Changes<C extends Changes<C>> {
  private final Map<TableField<?, ?>, Object> values;

  protected Changes(Map<TableField<?, ?>, Object> values) {
    this.values = values;
  }

  protected final Map<TableField<?, ?>, Object> with(TableField<?, ?> column, Object value) {
    Map<TableField<?, ?>, Object> copy = new LinkedHashMap<>(values);
    copy.put(column, value);
    return copy;
  }

  public final Map<TableField<?, ?>, Object> values() {
    return values;
  }
}

package dev.taskstore.db;

import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.TableLike;

public final class KeysetQuery {
  public static <T> KeysetQuery linked(TableField<?, T> key, JoinTable<?, T> join) {
    return new KeysetQuery();
  }

  public static Where from(TableLike<?> from) {
    return new Where();
  }

  public static final class Where {
    public OrderBy where(Condition condition) {
      return new OrderBy();
    }
  }

  public static final class OrderBy {
    public KeysetQuery orderBy(KeysetOrder order) {
      return new KeysetQuery();
    }
  }
}

package dev.taskstore.db.internal.statement;

import org.jooq.Field;
import org.jooq.impl.DSL;

/** The numbers of versions, which optimistic locking increments. */
public final class VersionNumbers {

  private VersionNumbers() {}

  /** Returns the greatest version of a column, which is not incremented. */
  public static long greatest(Field<? extends Number> version) {
    Class<?> type = version.getType();
    if (type == Short.class) {
      return Short.MAX_VALUE;
    }
    return type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
  }

  /**
   * Returns the next version. The database fails where there is none, as it does for 64 bits: the
   * sum exceeds them, because some databases store every integer in 64 bits.
   */
  static Field<?> next(Field<? extends Number> version) {
    long greatest = greatest(version);
    if (greatest == Long.MAX_VALUE) {
      return version.plus(DSL.inline(1L));
    }
    return DSL.field(
        "{0} + case when {0} < {1} then 1 else {2} end",
        version.getDataType(), version, DSL.inline(greatest), DSL.inline(Long.MAX_VALUE));
  }
}

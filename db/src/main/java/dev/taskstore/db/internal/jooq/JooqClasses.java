package dev.taskstore.db.internal.jooq;

import java.util.concurrent.CompletableFuture;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * jOOQ's classes, whose first use takes a process longer than its first connection does. Both are
 * got at the same time.
 */
public final class JooqClasses {

  private JooqClasses() {}

  /** Begins to load what every query needs; to be waited for before jOOQ is used. */
  public static CompletableFuture<Void> load(SQLDialect dialect) {
    return CompletableFuture.runAsync(() -> renderQuery(dialect));
  }

  private static void renderQuery(SQLDialect dialect) {
    var column = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    DSL.using(dialect)
        .render(
            DSL.select(column)
                .from(DSL.table(DSL.name("rows")))
                .where(column.eq(DSL.val(1L, column)))
                .orderBy(column)
                .limit(DSL.val(1L)));
  }
}

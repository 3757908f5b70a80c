package dev.taskstore.db.internal.jooq;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Loads jOOQ's classes. In a new process, their loading takes longer than the first connection, so
 * that both run at the same time.
 */
public final class JooqClasses {

  private static final List<String> BANNER = List.of("org.jooq.no-logo", "org.jooq.no-tips");

  private JooqClasses() {}

  /**
   * Starts to load the classes that every query requires. Callers wait for the result before they
   * use jOOQ.
   */
  public static CompletableFuture<Void> load(SQLDialect dialect) {
    return CompletableFuture.runAsync(() -> renderQuery(dialect));
  }

  /**
   * Disables the logo and the tip that jOOQ logs when its classes are loaded, unless the
   * application has set these properties.
   */
  public static void disableBanner() {
    for (String name : BANNER) {
      if (System.getProperty(name) == null) {
        System.setProperty(name, "true");
      }
    }
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

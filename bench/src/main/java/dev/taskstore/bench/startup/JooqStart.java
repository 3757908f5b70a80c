package dev.taskstore.bench.startup;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads the first row with jOOQ and HikariCP, without generated classes. */
final class JooqStart {

  private static final Field<byte[]> ID = field(name("id"), SQLDataType.BLOB);
  private static final Field<String> TITLE = field(name("title"), SQLDataType.CLOB);

  private JooqStart() {}

  /** Prints the title of the task with the ID in the second argument, then the footprint. */
  public static void main(String... args) {
    // jOOQ prints its logo and a tip before the first query.
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    try (HikariDataSource pool = SqlitePool.open(args[0])) {
      DSLContext dsl = DSL.using(pool, SQLDialect.SQLITE);
      System.out.println(
          dsl.select(
                  ID,
                  field(name("user_id"), SQLDataType.BLOB),
                  TITLE,
                  field(name("description"), SQLDataType.CLOB),
                  field(name("priority"), SQLDataType.CLOB),
                  field(name("status"), SQLDataType.CLOB),
                  field(name("created_at"), SQLDataType.BIGINT),
                  field(name("updated_at"), SQLDataType.BIGINT),
                  field(name("version"), SQLDataType.BIGINT),
                  field(name("due_at"), SQLDataType.BIGINT),
                  field(name("completed_at"), SQLDataType.BIGINT))
              .from(table(name("tasks")))
              .where(ID.eq(JdbcStart.bytes(UUID.fromString(args[1]))))
              .fetchSingle(TITLE));
      Footprint.print();
    }
  }
}

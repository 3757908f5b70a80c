package dev.taskstore.bench.jooq;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.StoredForms;
import dev.taskstore.db.spi.ValueStorage;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.FetchTriggerValuesAfterReturning;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** Configures jOOQ without statement logging, which costs about 10 %. */
final class JooqContext {

  private JooqContext() {}

  static DSLContext open(DatabaseKind kind, DataSource pool) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    Settings settings =
        new Settings()
            .withRenderSchema(false)
            .withExecuteLogging(false)
            .withFetchTriggerValuesAfterReturning(FetchTriggerValuesAfterReturning.NEVER);
    SQLDialect dialect = kind == DatabaseKind.SQLITE ? SQLDialect.SQLITE : SQLDialect.POSTGRES;
    DSLContext dsl = DSL.using(pool, dialect, settings);
    dsl.configuration().data(ValueStorage.class, StoredForms.of(kind));
    return dsl;
  }
}

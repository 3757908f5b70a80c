package dev.taskstore.bench.ebean;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Workload;
import io.ebean.Database;
import io.ebean.DatabaseBuilder;
import io.ebean.config.PlatformConfig;

/**
 * The settings of Ebean. Specifics of Ebean in this benchmark:
 *
 * <ul>
 *   <li>The build enhances the entities of this package after compilation.
 *   <li>The version of a new row is 1. An update sets changed columns only.
 *   <li>Limits and offsets are literals in the SQL, not parameters.
 *   <li>A query without a transaction runs in auto-commit mode. On PostgreSQL, a cursor requires a
 *       transaction.
 *   <li>Entities are read as unmodifiable, which keeps no state for updates, except for a task read
 *       by its key, as the update needs it.
 *   <li>Its insert on conflict supports PostgreSQL but not SQLite; therefore both use SQL.
 * </ul>
 */
final class EbeanDatabase {

  private static final int FETCH_SIZE = 500;

  private EbeanDatabase() {}

  static Database open(DatabaseKind kind, HikariDataSource pool) {
    DatabaseBuilder builder =
        Database.builder()
            .name("bench")
            .register(false)
            .defaultDatabase(false)
            .shutdownHook(false)
            .dataSource(pool)
            .ddlGenerate(false)
            .ddlRun(false)
            .disableL2Cache(true)
            .disableClasspathSearch(true)
            .dbUuid(PlatformConfig.DbUuid.AUTO_BINARY)
            .persistBatchSize(Workload.THOUSAND)
            .jdbcFetchSizeFindEach(FETCH_SIZE)
            .addClass(PlainTask.class)
            .addClass(TaggedTask.class)
            .addClass(PlainTag.class)
            .addClass(StoredConversions.PriorityConverter.class)
            .addClass(StoredConversions.StatusConverter.class);
    if (kind == DatabaseKind.SQLITE) {
      builder.addClass(StoredConversions.MicrosConverter.class);
    }
    return builder.build();
  }
}

package dev.taskstore.bench.ebean;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Workload;
import io.ebean.Database;
import io.ebean.DatabaseBuilder;
import io.ebean.config.PlatformConfig;

/**
 * Ebean's settings, and what is its own:
 *
 * <ul>
 *   <li>Its entities are enhanced after they are compiled, which the build does for this package.
 *   <li>It writes 1 as the version of a new row, and in an update only the columns that changed.
 *   <li>It writes limits and offsets into the SQL, not as parameters.
 *   <li>A query without a transaction runs on the pool's connection as that comes: committing by
 *       itself. To read by cursor, PostgreSQL needs a transaction around it.
 *   <li>What is only looked at is read as unmodifiable, which keeps no state for an update. A task
 *       by its key can be changed, because it is what the update is given.
 *   <li>Its insert on conflict knows PostgreSQL but not SQLite, so that it is SQL on both.
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

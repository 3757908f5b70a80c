package dev.taskstore.bench.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Pooled plain JDBC on a schema with single-column indexes only. It shows what the composite and
 * partial indexes of the schema gain for reads, and what they cost for writes.
 */
public final class PlainIndexJdbc implements Library {

  private static final List<String> INDEXES =
      List.of(
          "ix_tasks_created_at",
          "ix_tasks_user_id_created_at",
          "ix_tasks_user_id_status",
          "ix_tasks_title",
          "ix_tasks_open_high_priority",
          "ix_tasks_open_due_at");

  @Override
  public String name() {
    return "JDBC plain indexes";
  }

  @Override
  public Set<Workload> without() {
    return EnumSet.complementOf(
        EnumSet.of(
            Workload.STATISTICS,
            Workload.INSERT,
            Workload.INSERT_THOUSAND,
            Workload.LOAD,
            Workload.UPDATE,
            Workload.DELETE));
  }

  @Override
  public Workloads<?> open(Target target) {
    try (HikariDataSource pool = target.pool();
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String index : INDEXES) {
        statement.execute("DROP INDEX IF EXISTS " + index);
      }
      for (String column : List.of("user_id", "status")) {
        statement.execute(
            "CREATE INDEX IF NOT EXISTS plain_tasks_" + column + " ON tasks (" + column + ")");
      }
      if (target.kind() == DatabaseKind.POSTGRES) {
        statement.execute("VACUUM (ANALYZE) tasks");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new JdbcWorkloads(target.kind(), new PooledStatements(target));
  }
}

package dev.taskstore.bench.jdbc;

import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.util.Set;

/** Plain JDBC on a connection pool. */
public final class PooledJdbc implements Library {

  @Override
  public String name() {
    return "JDBC pooled";
  }

  @Override
  public Set<Workload> without() {
    return Set.of();
  }

  @Override
  public Workloads<?> open(Target target) {
    return new JdbcWorkloads(target.kind(), new PooledStatements(target));
  }
}

package dev.taskstore.bench.jdbc;

import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.sql.SQLException;
import java.util.Set;

/** Plain JDBC on one connection that is held all the time: the baseline. */
public final class HeldJdbc implements Library {

  @Override
  public String name() {
    return "JDBC held";
  }

  @Override
  public Set<Workload> without() {
    return Set.of();
  }

  @Override
  public Workloads<?> open(Target target) {
    try {
      return new JdbcWorkloads(target.kind(), new HeldStatements(target));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

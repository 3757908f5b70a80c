package dev.taskstore.bench.jooq;

import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.util.Set;
import org.jooq.Constants;

/** jOOQ queries that are built for each call and mapped by position. */
public final class JooqDsl implements Library {

  @Override
  public String name() {
    return "jOOQ DSL";
  }

  @Override
  public String version() {
    return Constants.VERSION;
  }

  @Override
  public Set<Workload> without() {
    return Set.of();
  }

  @Override
  public Workloads<?> open(Target target) {
    return new JooqDslWorkloads(target.kind(), target.pool());
  }
}

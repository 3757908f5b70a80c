package dev.taskstore.bench.jooq;

import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.util.Set;
import org.jooq.Constants;

/** jOOQ's data access objects (DAO), for the workloads that they support. */
public final class JooqDao implements Library {

  @Override
  public String name() {
    return "jOOQ DAO";
  }

  @Override
  public String version() {
    return Constants.VERSION;
  }

  @Override
  public Set<Workload> without() {
    return Set.of(
        Workload.PAGE_OF_USER,
        Workload.DEEP_PAGE,
        Workload.DEEP_PAGE_BY_OFFSET,
        Workload.OPEN_HIGH_PRIORITY,
        Workload.UPDATE,
        Workload.UPSERT_THOUSAND,
        Workload.STATISTICS,
        Workload.WITH_TAGS,
        Workload.STREAM);
  }

  @Override
  public Workloads<?> open(Target target) {
    return new JooqDaoWorkloads(target.kind(), target.pool());
  }
}

package dev.taskstore.bench.spring;

import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.util.Set;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;

/** Spring Data JDBC. */
public final class SpringDataLibrary implements Library {

  @Override
  public String name() {
    return "Spring Data JDBC";
  }

  @Override
  public String version() {
    return JdbcAggregateTemplate.class.getPackage().getImplementationVersion();
  }

  @Override
  public Set<Workload> without() {
    return Set.of(Workload.DEEP_PAGE, Workload.UPSERT_THOUSAND);
  }

  @Override
  public Workloads<?> open(Target target) {
    return new SpringDataWorkloads(target.kind(), target.pool());
  }
}

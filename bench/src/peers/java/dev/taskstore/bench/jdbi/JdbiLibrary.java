package dev.taskstore.bench.jdbi;

import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** jdbi's fluent API. */
public final class JdbiLibrary implements Library {

  @Override
  public String name() {
    return "jdbi";
  }

  @Override
  public String version() {
    return Jdbi.class.getPackage().getImplementationVersion();
  }

  @Override
  public Set<Workload> without() {
    return Set.of(Workload.DEEP_PAGE);
  }

  @Override
  public Workloads<?> open(Target target) {
    return new JdbiWorkloads(target.kind(), target.pool());
  }
}

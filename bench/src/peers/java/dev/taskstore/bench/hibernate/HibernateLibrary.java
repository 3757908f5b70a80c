package dev.taskstore.bench.hibernate;

import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.util.Set;
import org.hibernate.Version;

/** Hibernate. */
public final class HibernateLibrary implements Library {

  @Override
  public String name() {
    return "Hibernate";
  }

  @Override
  public String version() {
    return Version.getVersionString();
  }

  @Override
  public Set<Workload> without() {
    return Set.of(Workload.DEEP_PAGE, Workload.UPSERT_THOUSAND);
  }

  @Override
  public Workloads<?> open(Target target) {
    System.setProperty("org.jboss.logging.provider", "slf4j");
    return new HibernateWorkloads(target.kind(), target.pool());
  }
}

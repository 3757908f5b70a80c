package dev.taskstore.bench.ebean;

import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import io.ebean.EbeanVersion;
import java.util.Set;

/** Ebean. */
public final class EbeanLibrary implements Library {

  @Override
  public String name() {
    return "Ebean";
  }

  @Override
  public String version() {
    return EbeanVersion.getVersion();
  }

  @Override
  public Set<Workload> without() {
    return Set.of(Workload.DEEP_PAGE);
  }

  @Override
  public Workloads<?> open(Target target) {
    return new EbeanWorkloads(target.kind(), target.pool());
  }
}

package dev.taskstore.bench;

import java.util.Set;

/** A library that is compared. Those outside of this source folder are found as services. */
public interface Library {

  /** The name in settings, tables and files. */
  String name();

  /** The version, or nothing when it is not the library's own that counts. */
  default String version() {
    return "";
  }

  /** What the library has no idiom for. */
  default Set<Workload> without() {
    return Set.of(Workload.DEEP_PAGE);
  }

  /** Opens it on a database that is filled already. */
  Workloads<?> open(Target target);
}

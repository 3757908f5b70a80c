package dev.taskstore.bench;

import java.util.Set;

/** A library in the comparison. Libraries of other source folders are loaded as services. */
public interface Library {

  /** Returns the name in settings, tables and files. */
  String name();

  /** Returns the version, or an empty value if the library has no relevant version of its own. */
  default String version() {
    return "";
  }

  /** Returns the workloads that the library does not support. */
  default Set<Workload> without() {
    return Set.of(Workload.DEEP_PAGE);
  }

  /** Opens the library on a filled database. */
  Workloads<?> open(Target target);
}

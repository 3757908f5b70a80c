package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.DatabaseKind;
import java.util.List;

/**
 * Groups of threads that run concurrently.
 *
 * @param part the varied quantity
 * @param database the database
 * @param connections the maximum pool size
 * @param virtual whether the threads are virtual
 * @param groups the groups
 */
record Trial(
    Part part, DatabaseKind database, int connections, boolean virtual, List<Group> groups) {

  Trial {
    groups = List.copyOf(groups);
  }

  boolean writes() {
    return groups.stream().anyMatch(group -> group.work() == Work.INSERT);
  }

  /** Returns the number of threads with a given work. */
  int threads(Work work) {
    return groups.stream().filter(group -> group.work() == work).mapToInt(Group::threads).sum();
  }
}

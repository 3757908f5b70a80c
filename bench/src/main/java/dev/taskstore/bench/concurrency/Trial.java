package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.DatabaseKind;
import java.util.List;

/**
 * Threads that work at the same time.
 *
 * @param part what is varied
 * @param database where they work
 * @param connections how many connections they share at most
 * @param virtual whether their threads are virtual
 * @param groups who does what
 */
record Trial(
    Part part, DatabaseKind database, int connections, boolean virtual, List<Group> groups) {

  Trial {
    groups = List.copyOf(groups);
  }

  boolean writes() {
    return groups.stream().anyMatch(group -> group.work() == Work.INSERT);
  }

  /** How many threads do a work. */
  int threads(Work work) {
    return groups.stream().filter(group -> group.work() == work).mapToInt(Group::threads).sum();
  }
}

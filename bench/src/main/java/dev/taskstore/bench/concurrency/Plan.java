package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Target;
import java.util.ArrayList;
import java.util.List;

/** Lists the trials on each database, in the order of the tables. */
record Plan(ConcurrencySettings settings) {

  static final List<Work> UNDER_THREADS = List.of(Work.FIND_BY_ID, Work.INSERT, Work.MIX);
  static final List<Work> ON_POOLS = List.of(Work.FIND_BY_ID, Work.INSERT);
  static final int THREADS_ON_POOLS = 32;
  static final int VIRTUAL_THREADS = 1_000;

  List<Trial> threads(DatabaseKind database, Work work) {
    List<Trial> trials = new ArrayList<>();
    for (int threads : settings.threads()) {
      trials.add(threads(database, work, threads, false));
    }
    if (VirtualThreads.exist()) {
      trials.add(threads(database, work, VIRTUAL_THREADS, true));
    }
    return trials;
  }

  private static Trial threads(DatabaseKind database, Work work, int threads, boolean virtual) {
    List<Group> groups = List.of(new Group(work, threads));
    return new Trial(Part.THREADS, database, Target.DEFAULT_CONNECTIONS, virtual, groups);
  }

  List<Trial> readers(DatabaseKind database) {
    return settings.readers().stream().map(readers -> readers(database, readers)).toList();
  }

  private static Trial readers(DatabaseKind database, int readers) {
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(Work.INSERT, 1));
    if (readers > 0) {
      groups.add(new Group(Work.PAGE, readers));
    }
    return new Trial(Part.READERS, database, Target.DEFAULT_CONNECTIONS, false, groups);
  }

  Trial pool(DatabaseKind database, int connections, Work work) {
    List<Group> groups = List.of(new Group(work, THREADS_ON_POOLS));
    return new Trial(Part.POOLS, database, connections, false, groups);
  }

  /** Returns the trials that all libraries run alternately with the default pool size. */
  List<Trial> inTurns(DatabaseKind database) {
    List<Trial> trials = new ArrayList<>();
    UNDER_THREADS.forEach(work -> trials.addAll(threads(database, work)));
    trials.addAll(readers(database));
    return trials;
  }

  /** Returns the initial warm-up trials of each library, which compile its code. */
  List<Trial> warmup(DatabaseKind database) {
    List<Trial> trials = new ArrayList<>();
    for (Work work : Work.values()) {
      trials.add(threads(database, work, Target.DEFAULT_CONNECTIONS, false));
    }
    return trials;
  }
}

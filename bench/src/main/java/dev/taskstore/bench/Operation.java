package dev.taskstore.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One workload of one library. The input differs for each call and is the same for every library.
 * Not thread-safe.
 *
 * @param <T> the task type of the library
 */
final class Operation<T> {

  private static final int INPUTS = 4_096;
  private static final int UPDATED_TASKS = 1_000;

  private final Workload workload;
  private final Workloads<T> workloads;
  private final Dataset data;
  private final Cleanup cleanup;
  private final UUID[] taskIds = new UUID[INPUTS];
  private final UUID[] userIds = new UUID[INPUTS];
  private final List<Draft> drafts;
  private final List<Place> places;
  private final List<T> updated = new ArrayList<>();
  private final List<UUID> doomed = new ArrayList<>();
  private int calls;
  private int names;

  Operation(Workload workload, Workloads<T> workloads, Dataset data, Cleanup cleanup) {
    this.workload = workload;
    this.workloads = workloads;
    this.data = data;
    this.cleanup = cleanup;
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < INPUTS; i++) {
      taskIds[i] = data.taskId(random.nextInt(data.tasks()));
      userIds[i] = data.userId(random.nextInt(data.users()));
    }
    drafts = IntStream.range(0, Workload.THOUSAND).mapToObj(data::draft).toList();
    places = data.deepPlaces();
  }

  /** Prepares the input. Not timed. */
  void prepare() {
    switch (workload) {
      case DEEP_PAGE -> workloads.prepareDeepPages(places);
      case UPDATE -> {
        for (int i = 0; i < Math.min(UPDATED_TASKS, data.tasks()); i++) {
          updated.add(workloads.findById(data.taskId(i)));
        }
      }
      case DELETE -> {
        for (int batch = 0; batch < Worker.ITERATIONS_OF_BATCHES; batch++) {
          workloads.insertAll(drafts).forEach(task -> doomed.add(workloads.row(task).id()));
        }
      }
      default -> {}
    }
  }

  /** Runs the operation once. */
  Object run() {
    int call = calls++ & Integer.MAX_VALUE;
    return switch (workload) {
      case FIND_BY_ID -> workloads.findById(taskIds[call % INPUTS]);
      case PAGE_OF_USER -> workloads.newestOfUser(userIds[call % INPUTS]);
      case DEEP_PAGE -> workloads.deepPage(places.get(call % places.size()));
      case DEEP_PAGE_BY_OFFSET ->
          workloads.deepPageByOffset(places.get(call % places.size()).offset());
      case OPEN_HIGH_PRIORITY -> workloads.openHighPriority();
      case INSERT -> workloads.insert(drafts.get(call % drafts.size()));
      case INSERT_THOUSAND -> workloads.insertAll(drafts);
      case LOAD -> workloads.load(toLoad());
      case UPDATE -> {
        int i = call % updated.size();
        yield updated.set(i, workloads.update(updated.get(i), "Changed " + call));
      }
      case UPSERT_THOUSAND -> {
        workloads.upsertTags(tagNames());
        yield call;
      }
      case STATISTICS -> workloads.statistics();
      case WITH_TAGS -> workloads.newestOfUserWithTags(userIds[call % INPUTS]);
      case STREAM -> workloads.stream();
      case DELETE -> {
        workloads.delete(doomed.get(call));
        yield call;
      }
    };
  }

  private Stream<Draft> toLoad() {
    return IntStream.range(0, data.tasks()).mapToObj(i -> drafts.get(i % drafts.size()));
  }

  /** Returns names of tags; from the second call on, the first half of them exists. */
  List<String> tagNames() {
    List<String> result = new ArrayList<>(Workload.THOUSAND);
    for (int i = 0; i < Workload.THOUSAND / 2; i++) {
      result.add(Cleanup.TEMPORARY_TAG + "often-" + i);
      result.add(Cleanup.TEMPORARY_TAG + "once-" + names++);
    }
    return result;
  }

  /** Deletes the written rows. Not timed. */
  void restore() throws SQLException {
    switch (workload) {
      case INSERT, INSERT_THOUSAND, LOAD, UPDATE, UPSERT_THOUSAND, DELETE -> cleanup.restore();
      default -> {}
    }
  }
}

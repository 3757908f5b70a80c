package dev.taskstore.bench;

import dev.taskstore.bench.jdbc.HeldJdbc;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs workloads of a library and compares the results, and the rows in the database afterwards,
 * with those of plain JDBC.
 */
final class Checker {

  private static final UUID NO_ID = new UUID(0, 0);
  private static final int SAMPLES = 20;

  private final Dataset data;
  private final Databases databases;
  private final List<Workload> workloads;
  private final List<Draft> drafts;

  Checker(Dataset data, Databases databases, List<Workload> workloads) {
    this.data = data;
    this.databases = databases;
    this.workloads = workloads;
    this.drafts = IntStream.range(0, Workload.THOUSAND).mapToObj(data::draft).toList();
  }

  /** Throws if a result of the library differs from plain JDBC, on a copy with this name. */
  void check(Library library, String name) throws IOException, SQLException {
    Target target = databases.copy("check_" + name);
    try (Cleanup cleanup = new Cleanup(target, data.writer());
        Workloads<?> checked = library.open(target);
        Workloads<?> reference = new HeldJdbc().open(target)) {
      for (Workload workload : workloads) {
        if (!library.without().contains(workload)) {
          check(library, workload, checked, reference, cleanup);
        }
      }
    }
  }

  private <T> void check(
      Library library,
      Workload workload,
      Workloads<T> checked,
      Workloads<?> reference,
      Cleanup cleanup)
      throws SQLException {
    List<Object> expected = results(workload, reference, reference, cleanup);
    cleanup.restore();
    List<Object> actual = results(workload, checked, reference, cleanup);
    cleanup.restore();
    if (expected.isEmpty()) {
      throw new IllegalStateException("Nothing to compare for " + workload.id());
    }
    for (int i = 0; i < expected.size(); i++) {
      if (i >= actual.size() || !expected.get(i).equals(actual.get(i))) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "%s, %s: result %d is %s but plain JDBC has %s",
                library.name(),
                workload.id(),
                i,
                i < actual.size() ? actual.get(i) : "missing",
                expected.get(i)));
      }
    }
    if (actual.size() != expected.size()) {
      throw new IllegalStateException(
          library.name()
              + ", "
              + workload.id()
              + ": "
              + actual.size()
              + " results instead of "
              + expected.size());
    }
  }

  private <T> List<Object> results(
      Workload workload, Workloads<T> workloads, Workloads<?> reference, Cleanup cleanup)
      throws SQLException {
    List<Object> results = new ArrayList<>();
    switch (workload) {
      case FIND_BY_ID -> samples().forEach(i -> results.add(found(workloads, data.taskId(i))));
      case PAGE_OF_USER ->
          users().forEach(user -> addRows(results, workloads, workloads.newestOfUser(user)));
      case DEEP_PAGE -> {
        workloads.prepareDeepPages(data.deepPlaces());
        data.deepPlaces().forEach(place -> addRows(results, workloads, workloads.deepPage(place)));
      }
      case DEEP_PAGE_BY_OFFSET ->
          data.deepPlaces()
              .forEach(
                  place -> addRows(results, workloads, workloads.deepPageByOffset(place.offset())));
      case OPEN_HIGH_PRIORITY -> addRows(results, workloads, workloads.openHighPriority());
      case INSERT ->
          inserted(results, workloads, List.of(workloads.insert(drafts.get(0))), reference);
      case INSERT_THOUSAND -> inserted(results, workloads, workloads.insertAll(drafts), reference);
      case LOAD -> {
        results.add(workloads.load(drafts.stream()));
        written(results, reference);
      }
      case UPDATE -> samples().limit(3).forEach(i -> updated(results, workloads, i, reference));
      case UPSERT_THOUSAND -> {
        List<String> names =
            IntStream.range(0, Workload.THOUSAND).mapToObj(i -> Cleanup.TEMPORARY_TAG + i).toList();
        workloads.upsertTags(names.subList(0, names.size() / 2));
        workloads.upsertTags(names);
        results.add(cleanup.temporaryTags());
      }
      case STATISTICS -> results.addAll(workloads.statistics());
      case WITH_TAGS ->
          users()
              .forEach(
                  user ->
                      workloads
                          .newestOfUserWithTags(user)
                          .forEach(
                              task ->
                                  results.add(
                                      new Tagged<>(
                                          workloads.row(task.task()),
                                          task.tags().stream().map(workloads::tag).toList()))));
      case STREAM -> results.add(workloads.stream());
      case DELETE -> {
        T task = workloads.insert(drafts.get(0));
        workloads.insert(drafts.get(1));
        workloads.delete(workloads.row(task).id());
        written(results, reference);
      }
    }
    return results;
  }

  private Stream<Integer> samples() {
    return IntStream.range(0, SAMPLES).mapToObj(i -> i * (data.tasks() / SAMPLES));
  }

  private Stream<UUID> users() {
    return IntStream.range(0, 5).mapToObj(data::userId);
  }

  private static <T> TaskRow found(Workloads<T> workloads, UUID id) {
    return workloads.row(workloads.findById(id));
  }

  private static <T> void addRows(List<Object> results, Workloads<T> workloads, List<T> tasks) {
    tasks.forEach(task -> results.add(workloads.row(task)));
  }

  /** The returned row must equal the stored row. Keys and times are not compared. */
  private <T> void inserted(
      List<Object> results, Workloads<T> workloads, List<T> tasks, Workloads<?> reference) {
    for (T task : tasks) {
      TaskRow row = workloads.row(task);
      TaskRow stored = found(reference, row.id());
      results.add(
          stored.equals(row) ? withoutTimes(row) : "returned " + row + ", stored " + stored);
    }
    written(results, reference);
  }

  private void written(List<Object> results, Workloads<?> reference) {
    results.add(
        reference.statistics().stream()
            .filter(user -> user.userId().equals(data.writer()))
            .toList());
  }

  /**
   * Each library finds the task as the previous one left it; therefore only the step is compared.
   */
  private <T> void updated(
      List<Object> results, Workloads<T> workloads, int number, Workloads<?> reference) {
    T before = workloads.findById(data.taskId(number));
    TaskRow old = workloads.row(before);
    TaskRow after = workloads.row(workloads.update(before, "Changed"));
    TaskRow stored = found(reference, data.taskId(number));
    results.add(
        stored.equals(after) ? withoutTimes(after) : "returned " + after + ", stored " + stored);
    results.add(after.version() - old.version());
    results.add(after.updatedAt().isAfter(old.updatedAt()));
  }

  private static TaskRow withoutTimes(TaskRow row) {
    return new TaskRow(
        NO_ID,
        row.userId(),
        row.title(),
        row.description(),
        row.priority(),
        row.status(),
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        row.dueAt(),
        row.completedAt() == null ? null : Instant.EPOCH);
  }
}

package dev.taskstore.bench;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The operations of one library on one database. Not thread-safe, except that TaskStore and pooled
 * JDBC support concurrent finds, pages, inserts and updates.
 *
 * <p>Libraries may not support the methods with a default implementation; {@link Library#without()}
 * returns them.
 *
 * @param <T> the task type of the library
 */
public interface Workloads<T> extends AutoCloseable {

  /** Returns the values of a task for comparisons. Not timed. */
  TaskRow row(T task);

  /** Returns the values of a tag for comparisons. Not timed. */
  default TagRow tag(Object tag) {
    return (TagRow) tag;
  }

  /** {@link Workload#FIND_BY_ID}. */
  T findById(UUID id);

  /** {@link Workload#PAGE_OF_USER}. */
  default List<T> newestOfUser(UUID userId) {
    throw noIdiom();
  }

  /** Prepares {@link #deepPage}. Not timed. */
  default void prepareDeepPages(List<Place> places) {}

  /** {@link Workload#DEEP_PAGE}. */
  default List<T> deepPage(Place place) {
    throw noIdiom();
  }

  /** {@link Workload#DEEP_PAGE_BY_OFFSET}. */
  default List<T> deepPageByOffset(int offset) {
    throw noIdiom();
  }

  /** {@link Workload#OPEN_HIGH_PRIORITY}. */
  default List<T> openHighPriority() {
    throw noIdiom();
  }

  /** {@link Workload#INSERT}. */
  T insert(Draft draft);

  /** {@link Workload#INSERT_THOUSAND}. */
  List<T> insertAll(List<Draft> drafts);

  /** {@link Workload#LOAD}; returns the number of loaded tasks. */
  long load(Stream<Draft> drafts);

  /** {@link Workload#UPDATE}; returns the updated task. */
  default T update(T task, String title) {
    throw noIdiom();
  }

  /** {@link Workload#UPSERT_THOUSAND}; existing tags get a new time and version. */
  default void upsertTags(List<String> names) {
    throw noIdiom();
  }

  /** {@link Workload#STATISTICS}, ordered by username. */
  default List<UserCounts> statistics() {
    throw noIdiom();
  }

  /** {@link Workload#WITH_TAGS}. */
  default List<Tagged<T>> newestOfUserWithTags(UUID userId) {
    throw noIdiom();
  }

  /** {@link Workload#STREAM}; returns the {@link Digest} of all tasks in key order. */
  default long stream() {
    throw noIdiom();
  }

  /** {@link Workload#DELETE}. */
  void delete(UUID id);

  @Override
  void close();

  private static UnsupportedOperationException noIdiom() {
    return new UnsupportedOperationException("The library does not support this workload");
  }
}

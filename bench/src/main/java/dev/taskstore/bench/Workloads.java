package dev.taskstore.bench;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The work, done by one library on one database. For one thread, except that TaskStore and plain
 * JDBC on a pool find, page, insert and update for any number.
 *
 * <p>Methods with a default are those that a library may have no idiom for; its {@link
 * Library#without()} names them.
 *
 * @param <T> what the library makes of a row of {@code tasks}
 */
public interface Workloads<T> extends AutoCloseable {

  /** The values of a task, to compare them. Not timed. */
  TaskRow row(T task);

  /** The values of a tag, to compare them. Not timed. */
  default TagRow tag(Object tag) {
    return (TagRow) tag;
  }

  /** {@link Workload#FIND_BY_ID}. */
  T findById(UUID id);

  /** {@link Workload#PAGE_OF_USER}. */
  default List<T> newestOfUser(UUID userId) {
    throw noIdiom();
  }

  /** Makes ready for {@link #deepPage}. Not timed. */
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

  /** {@link Workload#LOAD}; returns how many were loaded. */
  long load(Stream<Draft> drafts);

  /** {@link Workload#UPDATE}; returns the task as it is then. */
  default T update(T task, String title) {
    throw noIdiom();
  }

  /** {@link Workload#UPSERT_THOUSAND}; those that are there get a new time and version. */
  default void upsertTags(List<String> names) {
    throw noIdiom();
  }

  /** {@link Workload#STATISTICS}, by name of the user. */
  default List<UserCounts> statistics() {
    throw noIdiom();
  }

  /** {@link Workload#WITH_TAGS}. */
  default List<Tagged<T>> newestOfUserWithTags(UUID userId) {
    throw noIdiom();
  }

  /** {@link Workload#STREAM}; returns the {@link Digest} of all tasks by key. */
  default long stream() {
    throw noIdiom();
  }

  /** {@link Workload#DELETE}. */
  void delete(UUID id);

  @Override
  void close();

  private static UnsupportedOperationException noIdiom() {
    return new UnsupportedOperationException("The library has no idiom for this");
  }
}

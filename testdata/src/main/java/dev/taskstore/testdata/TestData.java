package dev.taskstore.testdata;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.schema.Tables;
import dev.taskstore.testdata.load.RowLoader;
import dev.taskstore.testdata.random.TimeOrderedIds;
import dev.taskstore.transfer.rows.TableShape;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Users, tasks and tags that look real: names, e-mail addresses, titles, descriptions, working
 * hours. A seed determines every value, including identifiers and times:
 *
 * <pre>{@code
 * TestData.seed(7).users(1_000).tasks(100_000).tags(50).load(store);
 * }</pre>
 *
 * <p>The same settings give the same rows on every database, platform and day, with the same
 * version of this library. Times are in the two years before {@link #until}: a user exists before
 * its tasks, a task is created before it is updated, and updated when it is completed. A tenth of
 * the users owns more than half of the tasks. Names are unique by construction.
 *
 * <p>All users have the password {@link #PASSWORD}, hashed as {@code taskstore-passwords} does by
 * default; use {@link #password} to lock them where the database is reachable by others.
 *
 * <p>Immutable and thread-safe. Rows are computed one at a time: the memory in use does not depend
 * on their number.
 */
public final class TestData {

  /** The password of all users, unless {@link #password} sets another one. */
  public static final String PASSWORD = "correct horse battery staple";

  /** The end of the data, unless {@link #until} sets another one: the beginning of 2026. */
  public static final Instant DEFAULT_UNTIL = Instant.parse("2026-01-01T00:00:00Z");

  private static final Instant EARLIEST_UNTIL = Instant.parse("1975-01-01T00:00:00Z");
  private static final Instant LATEST_UNTIL = Instant.parse("9990-01-01T00:00:00Z");

  /** The hash of the password with the default cost of {@code taskstore-passwords}. */
  private static final String PREPARED_HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$deXsdr9J8swzSpJBpQ2FIQ$"
          + "eJexiZ2QQHHLjXo9FD7GiOlM3k/Z8SZYL599XkWXkAg";

  private static final long TASKS_PER_USER = 100;
  private static final long DEFAULT_TAGS = 50;
  private static final int MAXIMUM_SUFFIX_LENGTH = 16;

  private final Settings settings;

  /** Negative numbers of rows are not set. */
  private record Settings(
      long seed,
      long users,
      long tasks,
      long tags,
      Instant until,
      String suffix,
      PasswordHash password) {}

  private TestData(Settings settings) {
    this.settings = settings;
  }

  /**
   * Returns data without rows.
   *
   * @param seed the seed; other seeds give other rows
   * @return the data
   */
  public static TestData seed(long seed) {
    return new TestData(
        new Settings(seed, -1, 0, -1, DEFAULT_UNTIL, "", PasswordHash.ofEncoded(PREPARED_HASH)));
  }

  /**
   * Sets the number of users. By default, one for every 100 tasks.
   *
   * @param count the number, 0 or more; at least 1 if there are tasks
   * @return data with this number
   * @throws InvalidArgumentException if the number is negative or not less than 2^40
   */
  public TestData users(long count) {
    Settings old = settings;
    return new TestData(
        new Settings(
            old.seed,
            valid("users", count),
            old.tasks,
            old.tags,
            old.until,
            old.suffix,
            old.password));
  }

  /**
   * Sets the number of tasks. By default, none.
   *
   * @param count the number, 0 or more
   * @return data with this number
   * @throws InvalidArgumentException if the number is negative or not less than 2^40
   */
  public TestData tasks(long count) {
    Settings old = settings;
    return new TestData(
        new Settings(
            old.seed,
            old.users,
            valid("tasks", count),
            old.tags,
            old.until,
            old.suffix,
            old.password));
  }

  /**
   * Sets the number of tags. By default, 50, but not more than tasks.
   *
   * @param count the number, 0 or more; without tags, no task has one
   * @return data with this number
   * @throws InvalidArgumentException if the number is negative or not less than 2^40
   */
  public TestData tags(long count) {
    Settings old = settings;
    return new TestData(
        new Settings(
            old.seed,
            old.users,
            old.tasks,
            valid("tags", count),
            old.until,
            old.suffix,
            old.password));
  }

  /**
   * Sets the end of the data. By default, {@link #DEFAULT_UNTIL}. With the current time instead,
   * rows differ from run to run.
   *
   * @param end the instant before which all tasks are created, updated and completed; due times may
   *     be later. From 1975 to 9989
   * @return data with this end
   * @throws InvalidArgumentException if the instant is out of range
   */
  public TestData until(Instant end) {
    if (end.isBefore(EARLIEST_UNTIL) || !end.isBefore(LATEST_UNTIL)) {
      throw new InvalidArgumentException(
          "until must be from " + EARLIEST_UNTIL + " to " + LATEST_UNTIL + ".",
          FailureContext.NONE);
    }
    Settings old = settings;
    return new TestData(
        new Settings(old.seed, old.users, old.tasks, old.tags, end, old.suffix, old.password));
  }

  /**
   * Sets a suffix of all usernames and tags, so that rows can be added to those of another seed. By
   * default, none.
   *
   * @param text the suffix, up to 16 code points
   * @return data with this suffix
   * @throws InvalidArgumentException if the suffix is longer
   */
  public TestData suffix(String text) {
    if (text.codePointCount(0, text.length()) > MAXIMUM_SUFFIX_LENGTH) {
      throw new InvalidArgumentException(
          "A suffix must have at most " + MAXIMUM_SUFFIX_LENGTH + " code points.",
          FailureContext.NONE);
    }
    Settings old = settings;
    return new TestData(
        new Settings(old.seed, old.users, old.tasks, old.tags, old.until, text, old.password));
  }

  /**
   * Sets the password hash of all users. By default, a prepared hash of {@link #PASSWORD}: hashing
   * it for each user would take longer than loading the rows.
   *
   * @param hash the hash; {@link PasswordHash#locked()} for users who cannot sign in
   * @return data with this hash
   */
  public TestData password(PasswordHash hash) {
    Settings old = settings;
    return new TestData(
        new Settings(
            old.seed,
            old.users,
            old.tasks,
            old.tags,
            old.until,
            old.suffix,
            Objects.requireNonNull(hash, "hash")));
  }

  private static long valid(String name, long count) {
    if (count < 0 || count >= TimeOrderedIds.POSITIONS) {
      throw new InvalidArgumentException(
          name + " must be 0 or more and less than 2^40, not " + count + ".", FailureContext.NONE);
    }
    return count;
  }

  /**
   * Returns the users, in the order of their times.
   *
   * @return the drafts, with identifiers and times
   */
  public Stream<NewUser> users() {
    UserRows rows = userRows();
    return LongStream.range(0, rows.count()).mapToObj(rows::row);
  }

  /**
   * Returns the tasks, in the order of their times.
   *
   * @return the drafts, with identifiers and times
   * @throws InvalidArgumentException if there are tasks but no users
   */
  public Stream<NewTask> tasks() {
    TaskRows rows = taskRows();
    return LongStream.range(0, settings.tasks).mapToObj(rows::row);
  }

  /**
   * Returns the tags.
   *
   * @return the drafts, with identifiers and times
   */
  public Stream<NewTag> tags() {
    TagRows rows = tagRows();
    return LongStream.range(0, rows.count()).mapToObj(rows::row);
  }

  /**
   * Returns the tags of the tasks, in the order of the tasks: up to three for each.
   *
   * @return the links, without duplicates
   * @throws InvalidArgumentException if there are tasks but no users
   */
  public Stream<TaskTag> links() {
    TaskRows tasks = taskRows();
    TagRows tags = tagRows();
    return LongStream.range(0, tags.count() == 0 ? 0 : settings.tasks)
        .boxed()
        .flatMap(task -> tags.ofTask(task).stream().map(tag -> new TaskTag(tasks.id(task), tag)));
  }

  /**
   * Loads all rows in one transaction.
   *
   * @param store the store; rows that it contains already are kept
   * @return the numbers of rows
   * @throws InvalidArgumentException if there are tasks but no users
   * @throws dev.taskstore.db.exception.UniqueViolationException if the store contains rows of this
   *     seed or the same names; nothing is loaded. {@link #suffix} makes names distinct
   */
  public LoadedRows load(TaskStore store) {
    return load(store, loaded -> {});
  }

  /**
   * Loads all rows in one transaction and reports progress.
   *
   * @param store the store; rows that it contains already are kept
   * @param progress receives the number of tasks loaded so far, after every 1,000
   * @return the numbers of rows
   * @throws InvalidArgumentException if there are tasks but no users
   * @throws dev.taskstore.db.exception.UniqueViolationException if the store contains rows of this
   *     seed or the same names; nothing is loaded. {@link #suffix} makes names distinct
   */
  public LoadedRows load(TaskStore store, LongConsumer progress) {
    Objects.requireNonNull(progress, "progress");
    taskRows();
    return store.transactionResult(
        transaction ->
            new LoadedRows(
                transaction.users().load(users()),
                transaction.tags().load(tags()),
                transaction.tasks().load(tasks(), progress),
                loadLinks(store, transaction)));
  }

  private long loadLinks(TaskStore store, TaskTransaction transaction) {
    Iterator<@Nullable Object[]> rows =
        links().map(link -> new @Nullable Object[] {link.taskId(), link.tagId()}).iterator();
    return new RowLoader(
            transaction.dsl(), store.database().dialect(), TableShape.of(Tables.TASK_TAGS))
        .load(rows);
  }

  private UserRows userRows() {
    long count =
        settings.users >= 0
            ? settings.users
            : (settings.tasks + TASKS_PER_USER - 1) / TASKS_PER_USER;
    return new UserRows(
        settings.seed, count, settings.suffix, settings.password, new WorkingTime(settings.until));
  }

  private TagRows tagRows() {
    return new TagRows(
        settings.seed,
        settings.tags >= 0 ? settings.tags : Math.min(DEFAULT_TAGS, settings.tasks),
        settings.suffix,
        new WorkingTime(settings.until));
  }

  private TaskRows taskRows() {
    UserRows users = userRows();
    if (settings.tasks > 0 && users.count() == 0) {
      throw new InvalidArgumentException(
          "Tasks require at least one user. Set users(...).", FailureContext.NONE);
    }
    return new TaskRows(settings.seed, settings.tasks, users, new WorkingTime(settings.until));
  }
}

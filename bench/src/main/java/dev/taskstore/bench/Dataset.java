package dev.taskstore.bench;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The rows of every database. They are deterministic for given sizes, and each row is computed from
 * its number.
 *
 * @param tasks the number of tasks
 * @param users the number of users who own them
 */
public record Dataset(int tasks, int users) {

  private static final List<TaskPriority> PRIORITIES = List.of(TaskPriority.values());
  private static final List<TaskStatus> STATUSES = List.of(TaskStatus.values());
  private static final long SEED = 20_260_301;
  private static final int TAGS = 50;
  private static final int MOST_TAGS_OF_A_TASK = 4;
  private static final Instant FIRST = Instant.parse("2025-01-01T08:00:00.123456Z");
  private static final Duration BETWEEN = Duration.ofSeconds(37);
  private static final Duration DAY = Duration.ofDays(1);

  private static final String DESCRIPTION =
      "What has to be known before it is begun, written in a sentence or two; umlauts (äöü) and dashes – too.";

  private SplittableRandom random(int kind, int number) {
    return new SplittableRandom(SEED * 31 + kind * 1_000_003L + number * 7_919L);
  }

  private static UUID id(Instant createdAt, SplittableRandom random) {
    long high = (createdAt.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000);
    long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    return new UUID(high, low);
  }

  /** Returns the key of a user. The user after the last one owns the rows that workloads write. */
  public UUID userId(int number) {
    return id(FIRST.minus(DAY).plusMillis(number), random(1, number));
  }

  /** Returns the user who owns the rows that workloads write. */
  public UUID writer() {
    return userId(users);
  }

  List<NewUser> newUsers() {
    return IntStream.rangeClosed(0, users).mapToObj(this::newUser).toList();
  }

  private NewUser newUser(int number) {
    String name = "user-" + number;
    return new NewUser(
        userId(number), name, name + "@example.com", PasswordHash.locked(), FIRST, FIRST);
  }

  /** Returns the creation time of a task, which increases with its number. */
  public static Instant createdAt(int number) {
    return FIRST.plus(BETWEEN.multipliedBy(number));
  }

  /** Returns the number of the task with a creation time. */
  public static int numberAt(Instant createdAt) {
    return (int) Duration.between(FIRST, createdAt).dividedBy(BETWEEN);
  }

  /** Returns the key of a task. */
  public UUID taskId(int number) {
    return id(createdAt(number), random(2, number));
  }

  /** Returns a task. */
  public NewTask newTask(int number) {
    SplittableRandom random = random(3, number);
    Instant createdAt = createdAt(number);
    Instant updatedAt = createdAt.plusSeconds(random.nextInt(100_000));
    TaskStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
    return new NewTask(
        taskId(number),
        userId(random.nextInt(users)),
        "Task " + number + " of the list",
        random.nextInt(5) == 0 ? null : DESCRIPTION,
        PRIORITIES.get(random.nextInt(PRIORITIES.size())),
        status,
        createdAt,
        updatedAt,
        random.nextBoolean() ? createdAt.plus(DAY) : null,
        status == TaskStatus.COMPLETED ? updatedAt : null,
        null);
  }

  /** Returns the tags, sorted by name. */
  public List<NewTag> newTags() {
    return IntStream.range(0, TAGS)
        .mapToObj(
            number ->
                new NewTag(
                    tagId(number),
                    "tag-" + (char) ('a' + number / 26) + (char) ('a' + number % 26),
                    FIRST,
                    FIRST))
        .toList();
  }

  private UUID tagId(int number) {
    return id(FIRST.minus(DAY).plusMillis(number), random(4, number));
  }

  /** Returns the keys of the tags of a task. */
  public List<UUID> tagsOf(int number) {
    SplittableRandom random = random(5, number);
    return random
        .ints(random.nextInt(MOST_TAGS_OF_A_TASK + 1), 0, TAGS)
        .distinct()
        .mapToObj(this::tagId)
        .toList();
  }

  /** Returns the place in the list that is preceded by this number of tasks. */
  Place place(int offset) {
    int number = tasks - offset;
    return new Place(offset, createdAt(number), taskId(number));
  }

  /** Returns a task of the {@link #writer}. */
  public Draft draft(int number) {
    NewTask task = newTask(number);
    return new Draft(
        writer(), task.title(), task.description(), task.priority(), task.status(), task.dueAt());
  }

  /** Returns places in the middle of all tasks. */
  List<Place> deepPlaces() {
    int middle = tasks / 2 / Workload.PAGE_SIZE * Workload.PAGE_SIZE;
    return IntStream.range(0, 8).mapToObj(i -> place(middle + i * Workload.PAGE_SIZE)).toList();
  }
}

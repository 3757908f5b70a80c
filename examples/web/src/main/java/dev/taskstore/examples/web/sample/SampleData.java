package dev.taskstore.examples.web.sample;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.User;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.passwords.PasswordHasher;
import dev.taskstore.testdata.TestData;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Fills a database without users with three users and their tasks. They share a random password,
 * which the log contains once, at this start.
 */
@Component
@ConditionalOnBooleanProperty("web.sample-data")
class SampleData implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(SampleData.class);

  private static final List<String> NAMES = List.of("ada", "grace", "alan");
  private static final String PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_GROUPS = 4;
  private static final int PASSWORD_GROUP_LENGTH = 4;
  private static final long SEED = 1;
  private static final int GENERATED_TASKS = 150;
  private static final Duration END_OF_WORK = Duration.ofHours(17);

  private final TaskStore store;
  private final PasswordHasher hasher;
  private final Clock clock;
  private final SecureRandom random;

  SampleData(TaskStore store, PasswordHasher hasher, Clock clock, SecureRandom random) {
    this.store = store;
    this.hasher = hasher;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (store.users().count() > 0) {
      return;
    }
    String password = password();
    PasswordHash hash = hasher.hash(password);
    try {
      store.transaction(transaction -> insert(transaction, hash));
    } catch (UniqueViolationException e) {
      return; // another process was faster
    }
    LOG.info(
        "Sample users: {}. Their password is {} and is not shown again.",
        String.join(", ", NAMES),
        password);
  }

  private String password() {
    List<String> groups = new ArrayList<>();
    for (int group = 0; group < PASSWORD_GROUPS; group++) {
      groups.add(
          random
              .ints(PASSWORD_GROUP_LENGTH, 0, PASSWORD_LETTERS.length())
              .mapToObj(letter -> PASSWORD_LETTERS.substring(letter, letter + 1))
              .collect(Collectors.joining()));
    }
    return String.join("-", groups);
  }

  private void insert(TaskTransaction transaction, PasswordHash hash) {
    List<User> users =
        transaction
            .users()
            .insertAll(
                NAMES.stream().map(name -> NewUser.of(name, name + "@example.com", hash)).toList());
    Map<UUID, List<String>> tags = new LinkedHashMap<>();
    insertGenerated(transaction, users, tags);
    insertTeamWork(transaction, users, tags);
    attach(transaction, tags);
  }

  /** The past two years: mostly done. */
  private void insertGenerated(
      TaskTransaction transaction, List<User> users, Map<UUID, List<String>> tags) {
    TestData data =
        TestData.seed(SEED).users(NAMES.size()).tasks(GENERATED_TASKS).until(clock.instant());
    Map<UUID, UUID> owners = new LinkedHashMap<>();
    List<NewTask> drafts = new ArrayList<>();
    data.tasks()
        .forEach(
            task -> {
              UUID owner =
                  owners.computeIfAbsent(task.userId(), id -> users.get(owners.size()).id());
              drafts.add(of(owner, task));
            });
    List<Task> tasks = transaction.tasks().insertAll(drafts);
    String[] names = {"customer", "idea", "office", "travel", "waiting"};
    for (int i = 0; i < tasks.size(); i++) {
      tags.put(tasks.get(i).id(), List.of(names[i % names.length]));
    }
  }

  private static NewTask of(UUID owner, NewTask task) {
    return NewTask.of(owner, task.title())
        .description(task.description())
        .priority(task.priority())
        .status(task.status())
        .createdAt(task.createdAt())
        .updatedAt(task.updatedAt())
        .dueAt(task.dueAt())
        .completedAt(task.completedAt());
  }

  private record Sample(
      int owner,
      int assignee,
      TaskStatus status,
      TaskPriority priority,
      int days,
      String title,
      String tags) {}

  /** The present: a team before a release. */
  private void insertTeamWork(
      TaskTransaction transaction, List<User> users, Map<UUID, List<String>> tags) {
    List<Sample> samples =
        List.of(
            new Sample(
                0,
                1,
                TaskStatus.PENDING,
                TaskPriority.LOW,
                12,
                "Collect ideas for the next version",
                "idea, team"),
            new Sample(
                1,
                0,
                TaskStatus.PENDING,
                TaskPriority.MEDIUM,
                6,
                "Measure the start on a small server",
                "release, performance"),
            new Sample(
                0,
                -1,
                TaskStatus.COMPLETED,
                TaskPriority.MEDIUM,
                -4,
                "Choose the photographs for the front page",
                "website"),
            new Sample(
                2,
                0,
                TaskStatus.IN_PROGRESS,
                TaskPriority.MEDIUM,
                2,
                "Translate the manual",
                "docs, release"),
            new Sample(
                0,
                2,
                TaskStatus.COMPLETED,
                TaskPriority.HIGH,
                -2,
                "Renew the certificate of the web server",
                "operations"),
            new Sample(
                0,
                1,
                TaskStatus.IN_PROGRESS,
                TaskPriority.HIGH,
                1,
                "Rehearse moving from SQLite to PostgreSQL",
                "operations, release"),
            new Sample(
                0,
                -1,
                TaskStatus.PENDING,
                TaskPriority.MEDIUM,
                4,
                "Write the release notes",
                "docs, release"),
            new Sample(
                1,
                0,
                TaskStatus.PENDING,
                TaskPriority.HIGH,
                -1,
                "Answer the questions of the first customers",
                "customer"),
            new Sample(
                0,
                0,
                TaskStatus.IN_PROGRESS,
                TaskPriority.MEDIUM,
                0,
                "Check the pages with a screen reader",
                "accessibility, website"),
            new Sample(0, 2, TaskStatus.PENDING, TaskPriority.HIGH, 3, "Ship 1.0", "release"));
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(END_OF_WORK);
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      Instant created = clock.instant().minus(Duration.ofHours(7L * (samples.size() - i)));
      NewTask draft =
          NewTask.of(users.get(sample.owner()).id(), sample.title())
              .status(sample.status())
              .priority(sample.priority())
              .createdAt(created)
              .dueAt(today.plus(sample.days(), ChronoUnit.DAYS))
              .assigneeId(sample.assignee() < 0 ? null : users.get(sample.assignee()).id());
      Task task = transaction.tasks().insert(draft);
      List<UUID> others =
          users.stream().map(User::id).filter(id -> !id.equals(task.userId())).toList();
      transaction.tasks().attachCollaborators(task.id(), others);
      tags.put(task.id(), List.of(sample.tags().split(", ")));
    }
  }

  private static void attach(TaskTransaction transaction, Map<UUID, List<String>> tags) {
    Map<String, UUID> ids =
        transaction
            .tags()
            .findOrCreateAll(tags.values().stream().flatMap(List::stream).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Tag::name, Tag::id));
    Map<UUID, List<UUID>> links = new LinkedHashMap<>();
    tags.forEach((task, names) -> links.put(task, names.stream().map(ids::get).toList()));
    transaction.tasks().attachTags(links);
  }
}

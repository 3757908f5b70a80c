package dev.taskstore.examples.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random files and tasks survive exports and imports. */
class TodoTxtRoundTripTest {

  private static final int CASES = 5_000;
  private static final UUID USER = StoredTasks.USER;
  private static final List<String> WORDS =
      List.of(
          "x",
          "X",
          "(A)",
          "(B)",
          "(C)",
          "(Z)",
          "2026-01-05",
          "2026-02-30",
          "1970-01-01",
          "due:2026-05-05",
          "due:soon",
          "due:-",
          "pri:A",
          "pri:B",
          "pri:",
          "id:7",
          "id:00000000-0000-7000-8000-000000000001",
          "+work",
          "@home",
          "+",
          "@",
          "water",
          "Grüße",
          "日本語",
          "🚀",
          "key:value",
          "  ",
          "\uFEFF",
          "x(A)",
          "-",
          "\u00A0",
          "+" + "w".repeat(64),
          "@" + "h".repeat(63),
          "t".repeat(120));
  private static final List<String> TAGS =
      List.of(
          "work",
          "+work",
          "@home",
          "home",
          "two words",
          "two_words",
          "@",
          "+",
          "t".repeat(64),
          "ü\u2003",
          "a\u2028b");

  private static final List<TaskPriority> PRIORITIES = List.of(TaskPriority.values());
  private static final Pattern TEXT_BEGINS_WITH_DATE =
      Pattern.compile("(?m)^(x )?(\\([A-Z]\\) )?(\\d{4}-\\d\\d-\\d\\d ){2}");

  private static List<TodoItem> read(String text, Clock clock) throws IOException {
    return TodoTxtReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "ada", clock);
  }

  /** Writes tasks in the order of an export. */
  private static String write(List<TaskDetails> tasks, ZoneId zone) throws IOException {
    List<TaskDetails> sorted = new ArrayList<>(tasks);
    sorted.sort(
        Comparator.comparing((TaskDetails details) -> details.task().createdAt())
            .thenComparing(details -> details.task().id().toString()));
    return StoredTasks.write(sorted, zone);
  }

  private static String importAndExport(String file, Clock clock) throws IOException {
    return write(read(file, clock).stream().map(StoredTasks::of).toList(), clock.getZone());
  }

  private static String words(Random random, int most) {
    return IntStream.range(0, 1 + random.nextInt(most))
        .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
        .collect(Collectors.joining(" "));
  }

  private static String title(Random random) {
    String title = words(random, 5);
    int length = title.codePointCount(0, title.length());
    return length <= FieldChecks.MAXIMUM_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, FieldChecks.MAXIMUM_TITLE));
  }

  private static Clock clock(String zone, int day) {
    Instant start = Instant.parse("2026-11-29T21:30:00.123456Z");
    return Clock.fixed(start.plus(Duration.ofDays(day)), ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Pacific/Auckland"})
  void anExportedFileStaysTheSame(String zone) throws IOException {
    Random random = new Random(7);
    int accepted = 0;
    for (int i = 0; i < CASES; i++) {
      String file =
          IntStream.range(0, 1 + random.nextInt(3))
              .mapToObj(line -> words(random, 6) + "\n")
              .collect(Collectors.joining());
      String exported;
      try {
        exported = importAndExport(file, clock(zone, 0));
      } catch (InvalidFileException e) {
        continue; // a date that does not exist, no text, or an ID on two lines
      }
      accepted++;
      assertThat(importAndExport(exported, clock(zone, 1)).lines())
          .as(file)
          .containsExactlyInAnyOrderElementsOf(exported.lines().toList());
      if (!TEXT_BEGINS_WITH_DATE.matcher(exported).find()) {
        assertThat(importAndExport(exported, clock(zone, 0))).as(file).isEqualTo(exported);
        assertThat(dates(exported)).as("%s%s", file, exported).isSubsetOf(dates(file));
      }
    }
    assertThat(accepted).isGreaterThan(CASES / 3);
  }

  private static List<String> dates(String text) {
    return IntStream.range(0, Math.max(0, text.length() - 9))
        .mapToObj(i -> text.substring(i, i + 10))
        .filter(word -> word.matches("\\d{4}-\\d{2}-\\d{2}"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Pacific/Auckland"})
  void anExportedTaskIsImportedUnchanged(String zone) throws IOException {
    Random random = new Random(11);
    Clock clock = clock(zone, 0);
    for (int i = 0; i < CASES; i++) {
      TaskDetails details = task(random, clock);

      String line = write(List.of(details), clock.getZone());
      TodoItem item = read(line, clock(zone, 1)).get(0);

      assertThat(item.id()).as(line).isEqualTo(details.task().id());
      assertThat(item.applyTo(details, USER)).as(line).isEqualTo(details.task());
      assertThat(item.tagsAfter(details))
          .as(line)
          .containsExactlyInAnyOrderElementsOf(details.tags());
      TaskDetails elsewhere = StoredTasks.of(item);
      Task copy = elsewhere.task();
      assertThat(copy.priority()).as(line).isEqualTo(details.task().priority());
      assertThat(copy.status()).as(line).isEqualTo(details.task().status());
      assertThat(day(copy.createdAt(), clock)).isEqualTo(day(details.task().createdAt(), clock));
      assertThat(day(copy.completedAt(), clock))
          .isEqualTo(day(details.task().completedAt(), clock));
      assertThat(day(copy.dueAt(), clock)).as(line).isEqualTo(day(details.task().dueAt(), clock));
      assertThat(write(List.of(elsewhere), clock.getZone())).isEqualTo(line);
    }
  }

  private static LocalDate day(Instant instant, Clock clock) {
    return instant == null ? null : LocalDate.ofInstant(instant, clock.getZone());
  }

  private static TaskDetails task(Random random, Clock clock) {
    Instant createdAt = clock.instant().minusSeconds(random.nextInt(100_000_000));
    boolean isCompleted = random.nextBoolean();
    Instant completedAt = isCompleted ? createdAt.plusSeconds(random.nextInt(1_000_000)) : null;
    TreeSet<String> tags = new TreeSet<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      tags.add(TAGS.get(random.nextInt(TAGS.size())));
    }
    Task task =
        Task.builder()
            .id(DerivedId.of(createdAt, "task" + random.nextInt()))
            .userId(USER)
            .title(title(random))
            .priority(PRIORITIES.get(random.nextInt(PRIORITIES.size())))
            .status(isCompleted ? TaskStatus.COMPLETED : TaskStatus.PENDING)
            .createdAt(createdAt)
            .updatedAt(createdAt)
            .dueAt(
                random.nextBoolean()
                    ? clock.instant().plusSeconds(random.nextInt(1_000_000))
                    : null)
            .completedAt(completedAt)
            .version(0)
            .build();
    return new TaskDetails(task, "ada", List.copyOf(tags));
  }
}

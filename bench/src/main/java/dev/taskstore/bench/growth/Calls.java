package dev.taskstore.bench.growth;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.NewTag;
import dev.taskstore.Task;
import dev.taskstore.TaskRepository;
import dev.taskstore.UserStatistics;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Workload;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The queries on a table, with keys that are spread over the table. They are the same in every run,
 * and their number is the same for every table size if the table has enough keys.
 */
final class Calls {

  private static final long SEED = 20_260_302;
  private static final int MOST_TASKS_SEARCHED = 1_000_000;
  private static final int TAG_PAGE_SIZE = 10;
  private static final PageRequest FIRST = PageRequest.first(Workload.PAGE_SIZE);
  private static final PageRequest FIRST_OF_TAG = PageRequest.first(TAG_PAGE_SIZE);

  /** The orders of the library's lists. A page token is valid for all lists with the same order. */
  private static final KeysetOrder NEWEST_FIRST =
      KeysetOrder.descending(TASKS.CREATED_AT, TASKS.ID);

  private static final KeysetOrder OLDEST_FIRST = KeysetOrder.ascending(TASKS.CREATED_AT, TASKS.ID);

  private final TaskRepository tasks;
  private final Dataset data;
  private final int keys;
  private final Expected expected;

  Calls(TaskRepository tasks, Dataset data, int keys) {
    this.tasks = tasks;
    this.data = data;
    this.keys = keys;
    this.expected = new Expected(data);
  }

  /** Returns all calls, without queries that are not possible for this number of tasks. */
  Map<Question, List<? extends Call<?>>> all() {
    Map<Question, List<? extends Call<?>>> calls = new EnumMap<>(Question.class);
    calls.put(Question.FIND_BY_ID, numbers(0, data.tasks()).mapToObj(this::findById).toList());
    calls.put(Question.PAGE_OF_USER, pagesOfUsers());
    int middle = data.tasks() / 2;
    int quarter = data.tasks() / 4;
    calls.put(
        Question.DEEP_PAGE, numbers(middle, middle + quarter).mapToObj(this::deepPage).toList());
    calls.put(
        Question.OPEN_HIGH_PRIORITY,
        List.of(page(() -> tasks.findOpenHighPriority(FIRST), expected.openHighPriority(0))));
    calls.put(
        Question.DEEP_OPEN_HIGH_PRIORITY,
        numbers(middle - quarter, middle).mapToObj(this::deepOpenHighPriority).toList());
    calls.put(Question.PAGE_OF_TAG, tags().map(this::pageOfTag).toList());
    calls.put(Question.DEEP_PAGE_OF_TAG, tags().flatMap(this::deepPageOfTag).toList());
    calls.put(Question.OVERDUE, List.of(page(() -> tasks.findOverdue(FIRST), expected.overdue())));
    calls.put(Question.TITLE_PREFIX, IntStream.range(10, 100).mapToObj(this::titlePrefix).toList());
    calls.put(Question.STATISTICS, List.of(statistics()));
    calls.put(Question.COUNT, List.of(new Call<>(tasks::count, count -> count == data.tasks())));
    if (data.tasks() <= MOST_TASKS_SEARCHED) {
      calls.put(
          Question.SEARCH_TITLE,
          numbers(0, data.tasks()).limit(10).mapToObj(this::searchTitle).toList());
    }
    calls.values().removeIf(List::isEmpty);
    return calls;
  }

  private IntStream numbers(int from, int to) {
    return new SplittableRandom(SEED).ints(keys, from, to);
  }

  private Stream<UUID> tags() {
    return data.newTags().stream().map(NewTag::id);
  }

  private Call<?> findById(int number) {
    UUID id = data.taskId(number);
    String title = data.newTask(number).title();
    return new Call<>(
        () -> tasks.findById(id),
        task -> task.filter(t -> t.id().equals(id) && t.title().equals(title)).isPresent());
  }

  private List<Call<?>> pagesOfUsers() {
    List<UUID> users = numbers(0, data.users()).mapToObj(data::userId).toList();
    Map<UUID, List<UUID>> newest = expected.newestOfUsers(users);
    return users.stream()
        .<Call<?>>map(user -> page(() -> tasks.findByUser(user, FIRST), newest.get(user)))
        .toList();
  }

  /** Gets the page token by another query instead of reading all pages before it. */
  private Call<?> deepPage(int number) {
    Instant begin = Dataset.createdAt(number);
    Page<Task> before = tasks.where(TASKS.CREATED_AT.lessOrEqual(begin)).page(FIRST, NEWEST_FIRST);
    PageRequest request = before.next().orElseThrow();
    return page(() -> tasks.findNewest(request), expected.newest(number - Workload.PAGE_SIZE));
  }

  private Call<?> deepOpenHighPriority(int number) {
    Instant begin = Dataset.createdAt(number);
    Page<Task> before =
        tasks.where(TASKS.CREATED_AT.greaterOrEqual(begin)).page(FIRST, OLDEST_FIRST);
    PageRequest request = before.next().orElseThrow();
    return page(
        () -> tasks.findOpenHighPriority(request),
        expected.openHighPriority(number + Workload.PAGE_SIZE));
  }

  private Call<?> pageOfTag(UUID tag) {
    return page(
        () -> tasks.findByTag(tag, FIRST_OF_TAG),
        expected.tagged(tag, data.tasks() - 1, TAG_PAGE_SIZE));
  }

  /** Reads all pages before it. */
  private Stream<Call<?>> deepPageOfTag(UUID tag) {
    Instant middle = Dataset.createdAt(data.tasks() / 2);
    Page<Task> page = tasks.findByTag(tag, FIRST_OF_TAG);
    while (page.next().isPresent() && lastCreatedAt(page).isAfter(middle)) {
      page = tasks.findByTag(tag, page.next().get());
    }
    if (page.next().isEmpty()) {
      return Stream.empty();
    }
    PageRequest request = page.next().get();
    int last = Dataset.numberAt(lastCreatedAt(page));
    return Stream.of(
        page(() -> tasks.findByTag(tag, request), expected.tagged(tag, last - 1, TAG_PAGE_SIZE)));
  }

  private static Instant lastCreatedAt(Page<Task> page) {
    return page.items().get(page.items().size() - 1).createdAt();
  }

  private Call<?> titlePrefix(int number) {
    String prefix = "Task " + number;
    return new Call<>(
        () -> tasks.findByTitlePrefix(prefix, FIRST),
        page -> {
          List<String> titles = page.items().stream().map(Task::title).toList();
          return !titles.isEmpty()
              && titles.stream().allMatch(title -> title.startsWith(prefix))
              && titles.equals(titles.stream().sorted(Comparator.naturalOrder()).toList());
        });
  }

  private Call<?> statistics() {
    return new Call<>(
        tasks::statisticsByUser,
        users ->
            users.size() == data.users() + 1
                && users.stream().mapToLong(UserStatistics::total).sum() == data.tasks());
  }

  private Call<?> searchTitle(int number) {
    return page(
        () -> tasks.searchTitle("TASK " + number + " OF", FIRST), List.of(data.taskId(number)));
  }

  private static Call<Page<Task>> page(Supplier<Page<Task>> ask, List<UUID> expected) {
    return new Call<>(ask, page -> page.items().stream().map(Task::id).toList().equals(expected));
  }
}

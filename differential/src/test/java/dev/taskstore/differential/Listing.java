package dev.taskstore.differential;

import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Selection;
import dev.taskstore.differential.model.ModelOrder;
import dev.taskstore.differential.model.ModelPage;
import dev.taskstore.differential.model.ModelStore;
import dev.taskstore.schema.tables.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * A paged list.
 *
 * @param name the name of the call that reads a page
 * @param arguments its arguments without the page request
 * @param onLibrary reads a page from the library
 * @param onModel reads the same page from the model
 */
record Listing(
    String name,
    List<Object> arguments,
    BiFunction<TaskSession, PageRequest, Page<?>> onLibrary,
    BiFunction<ModelStore, ModelPage.Request, ModelPage<?>> onModel) {

  private static final List<Function<Draw, Listing>> ALL =
      List.of(
          Listing::allUsers,
          Listing::allTasks,
          Listing::allTags,
          Listing::newest,
          Listing::byUser,
          Listing::byAssignee,
          Listing::openByAssignee,
          Listing::withoutAssignee,
          Listing::byCollaborator,
          Listing::collaborators,
          Listing::names,
          Listing::byTag,
          Listing::byTask,
          Listing::openHighPriority,
          Listing::overdue,
          Listing::openDueBefore,
          Listing::search,
          Listing::search,
          Listing::prefix,
          Listing::condition,
          Listing::condition);

  static Listing draw(Draw draw) {
    return draw.pick(ALL).apply(draw);
  }

  private static Listing allUsers(Draw draw) {
    return new Listing(
        "users.findAll",
        List.of(),
        (s, request) -> s.users().findAll(request),
        (m, request) -> m.users().findAll(request));
  }

  private static Listing allTasks(Draw draw) {
    return new Listing(
        "tasks.findAll",
        List.of(),
        (s, request) -> s.tasks().findAll(request),
        (m, request) -> m.tasks().findAll(request));
  }

  private static Listing allTags(Draw draw) {
    return new Listing(
        "tags.findAll",
        List.of(),
        (s, request) -> s.tags().findAll(request),
        (m, request) -> m.tags().findAll(request));
  }

  /** Returns a list with the tags of each task, which also covers mapped pages. */
  private static Listing newest(Draw draw) {
    return new Listing(
        "tasks.findNewest.withTags",
        List.of(),
        (s, request) -> s.tasks().withTags(s.tasks().findNewest(request)),
        (m, request) -> {
          ModelPage<Task> page = m.tasks().findNewest(request);
          return new ModelPage<>(m.links().withTags(page.items()), page.next(), page.previous());
        });
  }

  private static Listing byUser(Draw draw) {
    UUID user = draw.userId();
    return new Listing(
        "tasks.findByUser",
        List.of(user),
        (s, request) -> s.tasks().findByUser(user, request),
        (m, request) -> m.tasks().findByUser(user, request));
  }

  private static Listing byAssignee(Draw draw) {
    UUID user = draw.userId();
    return new Listing(
        "tasks.findByAssignee",
        List.of(user),
        (s, request) -> s.tasks().findByAssignee(user, request),
        (m, request) -> m.tasks().findByAssignee(user, request));
  }

  private static Listing openByAssignee(Draw draw) {
    UUID user = draw.userId();
    return new Listing(
        "tasks.findOpenByAssignee",
        List.of(user),
        (s, request) -> s.tasks().findOpenByAssignee(user, request),
        (m, request) -> m.tasks().findOpenByAssignee(user, request));
  }

  private static Listing withoutAssignee(Draw draw) {
    return new Listing(
        "tasks.findWithoutAssignee",
        List.of(),
        (s, request) -> s.tasks().findWithoutAssignee(request),
        (m, request) -> m.tasks().findWithoutAssignee(request));
  }

  private static Listing byCollaborator(Draw draw) {
    UUID user = draw.userId();
    return new Listing(
        "tasks.findByCollaborator",
        List.of(user),
        (s, request) -> s.tasks().findByCollaborator(user, request),
        (m, request) -> m.shares().findByCollaborator(user, request));
  }

  private static Listing collaborators(Draw draw) {
    UUID task = draw.taskId();
    return new Listing(
        "users.findByTask",
        List.of(task),
        (s, request) -> s.users().findByTask(task, request),
        (m, request) -> m.shares().findByTask(task, request));
  }

  private static Listing names(Draw draw) {
    return new Listing(
        "users.listNames",
        List.of(),
        (s, request) -> s.users().listNames(request),
        (m, request) -> m.users().listNames(request));
  }

  private static Listing byTag(Draw draw) {
    UUID tag = draw.tagId();
    return new Listing(
        "tasks.findByTag",
        List.of(tag),
        (s, request) -> s.tasks().findByTag(tag, request),
        (m, request) -> m.links().findByTag(tag, request));
  }

  private static Listing byTask(Draw draw) {
    UUID task = draw.taskId();
    return new Listing(
        "tags.findByTask",
        List.of(task),
        (s, request) -> s.tags().findByTask(task, request),
        (m, request) -> m.links().findByTask(task, request));
  }

  private static Listing openHighPriority(Draw draw) {
    return new Listing(
        "tasks.findOpenHighPriority",
        List.of(),
        (s, request) -> s.tasks().findOpenHighPriority(request),
        (m, request) -> m.tasks().findOpenHighPriority(request));
  }

  private static Listing overdue(Draw draw) {
    return new Listing(
        "tasks.findOverdue",
        List.of(),
        (s, request) -> s.tasks().findOverdue(request),
        (m, request) -> m.tasks().findOverdue(request));
  }

  private static Listing openDueBefore(Draw draw) {
    Instant time = draw.instant();
    return new Listing(
        "tasks.findOpenDueBefore",
        List.of(time),
        (s, request) -> s.tasks().findOpenDueBefore(time, request),
        (m, request) -> m.tasks().findOpenDueBefore(time, request));
  }

  private static Listing search(Draw draw) {
    String text = draw.chance(99) ? Texts.search(draw) : null;
    return new Listing(
        "tasks.searchTitle",
        Collections.singletonList(text),
        (s, request) -> s.tasks().searchTitle(text, request),
        (m, request) -> m.tasks().searchTitle(text, request));
  }

  private static Listing prefix(Draw draw) {
    String title = draw.chance(99) ? TaskForm.title(draw) : null;
    String prefix =
        title == null || title.isEmpty()
            ? title
            : title.substring(0, draw.between(0, title.length()));
    return new Listing(
        "tasks.findByTitlePrefix",
        Collections.singletonList(prefix),
        (s, request) -> s.tasks().findByTitlePrefix(prefix, request),
        (m, request) -> m.tasks().findByTitlePrefix(prefix, request));
  }

  /** Draws a list with a custom condition and a custom order, as a keyset or by orderBy. */
  private static Listing condition(Draw draw) {
    Filter<Task> filter = Filter.draw(draw, TaskForm.COLUMNS, 2);
    List<Sorting<Task>> sortings = draw.list(2, each -> Sorting.draw(each, TaskForm.COLUMNS));
    boolean isKeyset = !sortings.isEmpty() && draw.chance(50);
    boolean withoutNulls = isKeyset && draw.chance(20);
    SortField<?>[] fields = sortings.stream().map(Sorting::sortField).toArray(SortField<?>[]::new);
    ModelOrder<Task> order = order(sortings, isKeyset, withoutNulls);
    return new Listing(
        isKeyset ? "tasks.where.page(keyset)" : "tasks.where.orderBy.page",
        List.of(filter, sortings, withoutNulls),
        (s, request) -> {
          Selection<Task> selection = s.tasks().where(filter.condition());
          if (!isKeyset) {
            return selection.orderBy(fields).page(request);
          }
          KeysetOrder keyset = KeysetOrder.of(fields);
          return selection.page(request, withoutNulls ? keyset.withoutNulls() : keyset);
        },
        (m, request) ->
            m.tasks()
                .page(
                    order,
                    request,
                    filter::accepts,
                    () -> {
                      filter.check();
                      sortings.forEach(Sorting::check);
                    }));
  }

  /** The key breaks ties: in the direction of the last column of a keyset, otherwise ascending. */
  private static ModelOrder<Task> order(
      List<Sorting<Task>> sortings, boolean isKeyset, boolean withoutNulls) {
    List<ModelOrder.Key<Task>> keys = new ArrayList<>();
    StringBuilder name = new StringBuilder(Tasks.TASKS.getName());
    boolean isTotal = false;
    String direction = "";
    for (Sorting<Task> sorting : sortings) {
      String own = isDescending(sorting) ? " desc" : " asc";
      ModelOrder.Key<Task> key = sorting.modelKey();
      keys.add(key);
      name.append(own.equals(direction) ? "" : own)
          .append(' ')
          .append(name(sorting.sortField().$field()))
          .append(key.nullsFirst() && !withoutNulls ? " nulls first" : "");
      direction = own;
      isTotal |= sorting.sortField().$field().equals(Tasks.TASKS.ID);
    }
    if (!isTotal) {
      boolean descending = isKeyset && isDescending(sortings.get(sortings.size() - 1));
      String own = descending ? " desc" : " asc";
      keys.add(new ModelOrder.Key<>(Task::id, descending, false));
      name.append(own.equals(direction) ? "" : own).append(' ').append(name(Tasks.TASKS.ID));
    }
    return new ModelOrder<>(name.toString(), keys, withoutNulls);
  }

  private static String name(Field<?> field) {
    DSLContext dsl = DSL.using(SQLDialect.DEFAULT);
    return field instanceof TableField
        ? field.getName()
        : dsl.render(field) + dsl.extractBindValues(field);
  }

  /** A list of values in descending order is an expression in ascending order. */
  private static boolean isDescending(Sorting<Task> sorting) {
    return sorting.sortField().$sortOrder() == SortOrder.DESC;
  }
}

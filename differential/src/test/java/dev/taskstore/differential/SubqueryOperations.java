package dev.taskstore.differential;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.TASK_SHARES;
import static dev.taskstore.schema.Tables.TASK_TAGS;
import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.differential.model.ModelStore;
import dev.taskstore.schema.tables.Tasks;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Selections of tasks by conditions on the rows of other tables. */
final class SubqueryOperations {

  private static final Tasks OTHER = TASKS.as("other");

  void addTo(Catalogue catalogue) {
    catalogue.add(2, this::ofUser);
    catalogue.add(2, this::ofTag);
    catalogue.add(2, this::withSameTitle);
    catalogue.add(2, this::ofCollaborator);
  }

  private static Operation list(
      String name, List<Object> arguments, Condition condition, BiPredicate<ModelStore, Task> is) {
    return Operation.of(
        "tasks.where(" + name + ").list",
        arguments,
        side -> side.session().tasks().where(condition).list(),
        side ->
            side.store().tasks().all().stream()
                .filter(task -> is.test(side.store(), task))
                .toList());
  }

  private Operation ofUser(Draw draw) {
    UUID id = draw.userId();
    return list(
        "exists users",
        List.of(id),
        DSL.exists(DSL.selectOne().from(USERS).where(USERS.ID.eq(id))),
        (store, task) -> store.users().findById(id).isPresent());
  }

  private Operation ofTag(Draw draw) {
    UUID id = draw.tagId();
    return list(
        "in task_tags",
        List.of(id),
        TASKS.ID.in(
            DSL.select(TASK_TAGS.TASK_ID)
                .from(TASK_TAGS)
                .join(TAGS)
                .on(TAGS.ID.eq(TASK_TAGS.TAG_ID))
                .where(TAGS.ID.eq(id))),
        (store, task) ->
            store.links().findByTasks(List.of(task.id())).get(task.id()).stream()
                .map(Tag::id)
                .anyMatch(id::equals));
  }

  private Operation ofCollaborator(Draw draw) {
    UUID id = draw.userId();
    return list(
        "in task_shares",
        List.of(id),
        TASKS.ID.in(
            DSL.select(TASK_SHARES.TASK_ID)
                .from(TASK_SHARES)
                .where(TASK_SHARES.COLLABORATOR_ID.eq(id))),
        (store, task) ->
            store.shares().findByCollaborators(List.of(id)).get(id).stream()
                .map(Task::id)
                .anyMatch(task.id()::equals));
  }

  private Operation withSameTitle(Draw draw) {
    return list(
        "exists other",
        List.of(),
        DSL.exists(
            DSL.selectOne()
                .from(OTHER)
                .where(OTHER.TITLE.eq(TASKS.TITLE).and(OTHER.ID.ne(TASKS.ID)))),
        (store, task) ->
            store.tasks().all().stream()
                .anyMatch(
                    other -> other.title().equals(task.title()) && !other.id().equals(task.id())));
  }
}

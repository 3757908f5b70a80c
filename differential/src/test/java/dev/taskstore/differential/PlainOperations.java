package dev.taskstore.differential;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Operations with plain jOOQ on the same connection, and the use of a transaction after its end.
 */
final class PlainOperations {

  void addTo(Catalogue catalogue) {
    catalogue.add(1, this::counts);
    catalogue.add(1, this::clearTitles);
    catalogue.add(1, this::completeWithoutTime);
    catalogue.add(1, this::selectIds);
    catalogue.add(1, this::useEndedTransaction);
  }

  private Operation counts(Draw draw) {
    return Operation.of(
        "dsl.fetchCount",
        List.of(),
        side ->
            List.of(
                side.session().dsl().fetchCount(USERS),
                side.session().dsl().fetchCount(TASKS),
                side.session().dsl().fetchCount(TAGS)),
        side ->
            List.of(
                (int) side.store().users().count(),
                (int) side.store().tasks().count(),
                (int) side.store().tags().count()));
  }

  private Operation clearTitles(Draw draw) {
    return Operation.of(
        "dsl.update(TASKS).setNull(TITLE)",
        List.of(),
        side -> side.session().dsl().update(TASKS).setNull(TASKS.TITLE).execute(),
        side -> side.store().clearTitles());
  }

  private Operation completeWithoutTime(Draw draw) {
    UUID id = draw.taskId();
    return Operation.of(
        "dsl.update(TASKS).set(STATUS, COMPLETED).setNull(COMPLETED_AT)",
        List.of(id),
        side ->
            side.session()
                .dsl()
                .update(TASKS)
                .set(TASKS.STATUS, TaskStatus.COMPLETED)
                .setNull(TASKS.COMPLETED_AT)
                .where(TASKS.ID.eq(id))
                .execute(),
        side -> side.store().completeWithoutTime(id));
  }

  private Operation selectIds(Draw draw) {
    Instant time = draw.now();
    return Operation.of(
        "dsl.select(ID).from(TASKS).where(CREATED_AT.ge(time))",
        List.of(time),
        side ->
            side.session()
                .dsl()
                .select(TASKS.ID)
                .from(TASKS)
                .where(TASKS.CREATED_AT.ge(time))
                .orderBy(TASKS.ID)
                .fetch(TASKS.ID),
        side -> side.store().tasks().idsCreatedFrom(time));
  }

  private Operation useEndedTransaction(Draw draw) {
    return Operation.of(
        "ended.users.count",
        List.of(),
        LibrarySide::useEndedTransaction,
        side -> side.store().useEndedTransaction());
  }
}

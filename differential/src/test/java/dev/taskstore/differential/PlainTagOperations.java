package dev.taskstore.differential;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.db.exception.DatabaseFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.exception.DataAccessException;

/** Writes, cursors and rejected statements of plain jOOQ, in and outside of transactions. */
final class PlainTagOperations {

  private static final List<String> TRANSACTION_COMMANDS =
      List.of(
          "begin",
          "BEGIN IMMEDIATE",
          "start transaction",
          "commit",
          "/* ; */ end",
          "rollback",
          "savepoint a",
          "release a",
          "set transaction read only",
          "select 1; commit");

  void addTo(Catalogue catalogue) {
    catalogue.add(1, this::insert);
    catalogue.add(1, this::rename);
    catalogue.add(1, this::delete);
    catalogue.add(1, this::replaceInBatch);
    catalogue.add(1, this::readCursorAcrossWrite);
    catalogue.add(1, this::readCursorAcrossFailure);
    catalogue.add(1, this::runTransactionCommand);
    catalogue.add(1, this::endConnection);
    catalogue.add(1, this::useEndedContext);
  }

  private static String name(Draw draw) {
    return "plain " + draw.between(0, 5);
  }

  private static UUID newId(Draw draw) {
    return new UUID(draw.between(0, Integer.MAX_VALUE - 1), draw.between(0, Integer.MAX_VALUE - 1));
  }

  private static Query insert(DSLContext dsl, UUID id, String name, Instant time) {
    return dsl.insertInto(TAGS)
        .set(TAGS.ID, id)
        .set(TAGS.NAME, name)
        .set(TAGS.CREATED_AT, time)
        .set(TAGS.UPDATED_AT, time)
        .set(TAGS.VERSION, 0L);
  }

  private Operation insert(Draw draw) {
    UUID id = newId(draw);
    String name = name(draw);
    Instant time = draw.now();
    return Operation.of(
        "dsl.insertInto(TAGS)",
        List.of(id, name, time),
        side -> insert(side.session().dsl(), id, name, time).execute(),
        side -> side.store().tags().insertPlainly(id, name, time));
  }

  private Operation rename(Draw draw) {
    UUID id = draw.tagId();
    String name = name(draw);
    return Operation.of(
        "dsl.update(TAGS).set(NAME, name)",
        List.of(id, name),
        side ->
            side.session().dsl().update(TAGS).set(TAGS.NAME, name).where(TAGS.ID.eq(id)).execute(),
        side -> side.store().tags().renamePlainly(id, name));
  }

  private Operation delete(Draw draw) {
    UUID id = draw.tagId();
    return Operation.of(
        "dsl.deleteFrom(TAGS)",
        List.of(id),
        side -> side.session().dsl().deleteFrom(TAGS).where(TAGS.ID.eq(id)).execute(),
        side -> side.store().tags().deletePlainly(id));
  }

  /** The first statement makes room for the second, so that the batch does not fail. */
  private Operation replaceInBatch(Draw draw) {
    UUID id = newId(draw);
    String name = name(draw);
    Instant time = draw.now();
    return Operation.of(
        "dsl.batch(delete, insert)",
        List.of(id, name, time),
        side -> {
          DSLContext dsl = side.session().dsl();
          int[] rows =
              dsl.batch(dsl.deleteFrom(TAGS).where(TAGS.NAME.eq(name)), insert(dsl, id, name, time))
                  .execute();
          return List.of(rows[0], rows[1]);
        },
        side -> side.store().tags().replacePlainly(id, name, time));
  }

  private static Cursor<Record1<UUID>> openCursor(LibrarySide side) {
    return side.session().dsl().select(TAGS.ID).from(TAGS).orderBy(TAGS.ID).fetchLazy();
  }

  private static List<UUID> rest(Cursor<Record1<UUID>> cursor) {
    List<UUID> ids = new ArrayList<>();
    cursor.forEach(row -> ids.add(row.value1()));
    return ids;
  }

  /** A statement between the rows of a cursor changes other rows than those of the cursor. */
  private Operation readCursorAcrossWrite(Draw draw) {
    UUID id = draw.taskId();
    return Operation.of(
        "dsl.select(ID).from(TAGS).fetchLazy, tasks.deleteAllById",
        List.of(id),
        side -> {
          try (Cursor<Record1<UUID>> cursor = openCursor(side)) {
            int deleted = side.session().tasks().deleteAllById(List.of(id));
            return List.of(rest(cursor), deleted);
          }
        },
        side -> {
          List<UUID> ids = side.store().tags().idsInOrder();
          int deleted = side.store().tasks().deleteAllById(List.of(id));
          return List.of(ids, deleted);
        });
  }

  private Operation readCursorAcrossFailure(Draw draw) {
    return Operation.of(
        "dsl.select(ID).from(TAGS).fetchLazy, a statement that may fail",
        List.of(),
        side -> {
          try (Cursor<Record1<UUID>> cursor = openCursor(side)) {
            boolean failed = false;
            try {
              side.session().dsl().update(TASKS).setNull(TASKS.TITLE).execute();
            } catch (DataAccessException e) {
              failed = e instanceof DatabaseFailure;
            }
            return List.of(failed, rest(cursor));
          }
        },
        side -> side.store().idsOfTagsAcrossFailure());
  }

  private Operation runTransactionCommand(Draw draw) {
    String command = draw.pick(TRANSACTION_COMMANDS);
    boolean fetches = draw.chance(50);
    return Operation.of(
        fetches ? "dsl.fetch(command)" : "dsl.execute(command)",
        List.of(command),
        side ->
            fetches
                ? side.session().dsl().fetch(command).size()
                : side.session().dsl().execute(command),
        side -> side.store().rejectTransactionCommand());
  }

  private Operation endConnection(Draw draw) {
    boolean closes = draw.chance(50);
    return Operation.of(
        "dsl.connection",
        List.of(closes ? "close" : "commit"),
        side -> {
          side.session()
              .dsl()
              .connection(
                  connection -> {
                    if (closes) {
                      connection.close();
                    } else {
                      connection.commit();
                    }
                  });
          return true;
        },
        side -> side.store().rejectTransactionCommand());
  }

  private Operation useEndedContext(Draw draw) {
    return Operation.of(
        "ended.dsl.fetchCount",
        List.of(),
        LibrarySide::useEndedContext,
        side -> side.store().useEndedContext());
  }
}

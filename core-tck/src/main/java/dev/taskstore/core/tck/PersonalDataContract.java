package dev.taskstore.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskPriority;
import dev.taskstore.User;
import dev.taskstore.UserChanges;
import dev.taskstore.db.exception.EntityNotFoundException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The export and the erasure of all data of a user. */
abstract class PersonalDataContract extends TaskStoreContract {

  private static final UUID ADA = UUID.fromString("01940000-0000-7000-8000-000000000001");
  private static final UUID FIRST = UUID.fromString("01940000-0000-7000-8000-000000000021");
  private static final UUID SECOND = UUID.fromString("01940000-0000-7000-8000-000000000022");
  private static final UUID EVE = UUID.fromString("01940000-0000-7000-8000-000000000002");
  private static final UUID ASSIGNED = UUID.fromString("01940000-0000-7000-8000-000000000031");
  private static final UUID SHARED = UUID.fromString("01940000-0000-7000-8000-000000000032");
  private static final UUID RED = UUID.fromString("01940000-0000-7000-8000-000000000011");

  PersonalDataContract(TaskStoreTck tck) {
    super(tck);
  }

  private String export(UUID id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      store().users().exportPersonalData(id, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private void insertData() {
    store().users().insert(newUser("ada").id(ADA));
    store()
        .tasks()
        .insert(
            NewTask.of(ADA, "Say \"hi\"\n\\ \u0001 é \uD83D\uDE00")
                .id(SECOND)
                .description("")
                .priority(TaskPriority.HIGH)
                .dueAt(START.plus(Duration.ofDays(1))));
    store().tasks().insert(NewTask.of(ADA, "First").id(FIRST));
    store().tags().insert(NewTag.of("red").id(RED));
    store().tags().insert(NewTag.of("unused"));
    store().tasks().attachTags(FIRST, List.of(RED));
    store().tasks().attachTags(SECOND, List.of(RED));
    User eve = store().users().insert(newUser("eve").id(EVE));
    store().tasks().insert(NewTask.of(EVE, "Assigned").id(ASSIGNED).assigneeId(ADA));
    store().tasks().insert(NewTask.of(EVE, "Shared").id(SHARED));
    store().tasks().attachCollaborators(SHARED, List.of(ADA));
    store().tasks().attachCollaborators(FIRST, List.of(EVE));
    store().tags().attach(insertTask(eve, "Of another user").id(), "red", "private");
  }

  @Test
  void anExportContainsTheRowsOfTheUserInTheOrderOfTheirKeysAndNoPasswordHash() {
    insertData();

    assertThat(export(ADA))
        .isEqualTo(
            """
            {
              "format": "taskstore-personal-data",
              "version": 1,
              "subject": {"table": "users", "key": {"id": "01940000-0000-7000-8000-000000000001"}},
              "tables": {
                "users": [
                  {"id": "01940000-0000-7000-8000-000000000001", "username": "ada", "email": "ada@example.com", "created_at": "2026-03-01T09:00:00.123456Z", "updated_at": "2026-03-01T09:00:00.123456Z", "version": 0}
                ],
                "task_shares": [
                  {"task_id": "01940000-0000-7000-8000-000000000021", "collaborator_id": "01940000-0000-7000-8000-000000000002"},
                  {"task_id": "01940000-0000-7000-8000-000000000032", "collaborator_id": "01940000-0000-7000-8000-000000000001"}
                ],
                "tasks": [
                  {"id": "01940000-0000-7000-8000-000000000021", "user_id": "01940000-0000-7000-8000-000000000001", "title": "First", "description": null, "priority": "medium", "status": "pending", "created_at": "2026-03-01T09:00:00.123456Z", "updated_at": "2026-03-01T09:00:00.123456Z", "version": 0, "due_at": null, "completed_at": null, "assignee_id": null},
                  {"id": "01940000-0000-7000-8000-000000000022", "user_id": "01940000-0000-7000-8000-000000000001", "title": "Say \\"hi\\"\\n\\\\ \\u0001 é \uD83D\uDE00", "description": "", "priority": "high", "status": "pending", "created_at": "2026-03-01T09:00:00.123456Z", "updated_at": "2026-03-01T09:00:00.123456Z", "version": 0, "due_at": "2026-03-02T09:00:00.123456Z", "completed_at": null, "assignee_id": null},
                  {"id": "01940000-0000-7000-8000-000000000031", "user_id": "01940000-0000-7000-8000-000000000002", "title": "Assigned", "description": null, "priority": "medium", "status": "pending", "created_at": "2026-03-01T09:00:00.123456Z", "updated_at": "2026-03-01T09:00:00.123456Z", "version": 0, "due_at": null, "completed_at": null, "assignee_id": "01940000-0000-7000-8000-000000000001"}
                ],
                "task_tags": [
                  {"task_id": "01940000-0000-7000-8000-000000000021", "tag_id": "01940000-0000-7000-8000-000000000011"},
                  {"task_id": "01940000-0000-7000-8000-000000000022", "tag_id": "01940000-0000-7000-8000-000000000011"}
                ],
                "tags": [
                  {"id": "01940000-0000-7000-8000-000000000011", "name": "red", "created_at": "2026-03-01T09:00:00.123456Z", "updated_at": "2026-03-01T09:00:00.123456Z", "version": 0}
                ]
              }
            }
            """);
  }

  @Test
  void aUserWithoutTasksHasEmptyTables() {
    store().users().insert(newUser("ada").id(ADA));

    assertThat(export(ADA)).contains("\"tasks\": [],", "\"task_tags\": [],", "\"tags\": []\n");
  }

  @Test
  void allRowsOfAnExportAreOfOneSnapshot() throws IOException {
    User ada = insertUser("ada");
    String text = "x".repeat(1000);
    store()
        .tasks()
        .insertAll(
            IntStream.range(0, 200)
                .mapToObj(i -> NewTask.of(ada.id(), "t" + i).description(text))
                .toList());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OutputStream changing =
        new OutputStream() {
          private boolean changed;

          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            out.write(bytes, offset, length);
            if (!changed) {
              changed = true;
              CompletableFuture.runAsync(
                      () -> {
                        Task late = insertTask(ada, "late");
                        store().tags().attach(late.id(), "late");
                      })
                  .join();
            }
          }
        };

    store().users().exportPersonalData(ada.id(), changing);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"t199\"", "\"tags\": []")
        .doesNotContain("late");
    assertThat(export(ada.id())).contains("\"late\"");
  }

  @Test
  void anExportInATransactionContainsItsChanges() throws IOException {
    insertData();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    store()
        .transaction(
            tx -> {
              tx.users().update(ADA, UserChanges.none().username("lovelace"));
              tx.users().exportPersonalData(ADA, out);
            });

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"username\": \"lovelace\"");
  }

  @Test
  void anExceptionOfTheStreamReachesTheCallerAndTheStoreStaysUsable() {
    insertData();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("full");
          }
        };

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store().users().exportPersonalData(ADA, full))
        .withMessage("full");
    assertThat(export(ADA)).contains("\"ada\"");
  }

  @Test
  void anErasureDeletesTheRowsOfTheUserAndCountsThem() {
    insertData();

    var erased = store().users().erase(ADA);

    assertThat(erased.byTable().toString())
        .isEqualTo("{users=1, task_shares=2, tasks=2, task_tags=2}");
    assertThat(erased.total()).isEqualTo(7);
    assertThat(erased.of("tags")).isZero();
    assertThat(store().users().existsById(ADA)).isFalse();
    assertThat(store().tasks().existsById(FIRST)).isFalse();
    assertThat(store().tags().findByName("red")).map(Tag::id).contains(RED);
    assertThat(store().users().count()).isEqualTo(1);
    assertThat(store().tasks().count()).isEqualTo(3);
    assertThat(store().tasks().getById(ASSIGNED).assigneeId()).isNull();
    assertThat(store().tasks().countByCollaborator(ADA)).isZero();
  }

  @Test
  void anErasureInATransactionIsUndoneWithIt() {
    insertData();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.tasks().update(FIRST, TaskChanges.none().title("changed"));
                          assertThat(tx.users().erase(ADA).of("tasks")).isEqualTo(2);
                          throw new IllegalStateException("undo");
                        }));

    assertThat(store().tasks().getById(FIRST).title()).isEqualTo("First");
  }

  @Test
  void aMissingUserIsReportedAndNothingIsWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatExceptionOfType(EntityNotFoundException.class)
        .isThrownBy(() -> store().users().exportPersonalData(ADA, out))
        .withMessage("No row of users has this key.");
    assertThatExceptionOfType(EntityNotFoundException.class)
        .isThrownBy(() -> store().users().erase(ADA))
        .withMessage("No row of users has this key.");
    assertThat(out.size()).isZero();
  }
}

package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.migration.MigrationMode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tests that the store keeps no state in a server session beyond a transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresPoolerTest {

  /** More than the prepare threshold of the driver. */
  private static final int TIMES = 12;

  private static final PageRequest FIRST = PageRequest.first(10);

  private ServerProcess server;
  private TransactionPooler pooler;
  private String database;

  @BeforeAll
  void start() throws IOException, SQLException {
    server = ServerProcess.shared();
    database = server.newDatabase();
    server.store(database).open().close();
    pooler = new TransactionPooler(server.port());
  }

  @AfterAll
  void stop() {
    pooler.close();
  }

  private TaskStore.Builder pooled() {
    return server
        .storeThrough(pooler.port(), database)
        .driverProperty("sslmode", "disable")
        .driverProperty("gssEncMode", "disable")
        .migrationMode(MigrationMode.VALIDATE)
        .maximumPoolSize(2);
  }

  @Test
  void everyKindOfWorkIsDoneWhoeverServesTheNextTransaction() {
    int before = pooler.changes();
    try (TaskStore store = pooled().driverProperty("prepareThreshold", "0").open()) {
      for (int i = 0; i < TIMES; i++) {
        work(store, "user-" + i);
      }
      assertThat(store.users().count()).isEqualTo(TIMES);
      assertThat(store.tasks().count()).isEqualTo(TIMES * 24L);
      assertThat(store.tasks().statisticsByUser())
          .hasSize(TIMES)
          .allSatisfy(user -> assertThat(user.total()).isEqualTo(24));
    }
    assertThat(pooler.changes() - before).isGreaterThan(TIMES * 10);
  }

  /** Runs all kinds of calls. The user owns 24 tasks afterwards. */
  private static void work(TaskStore store, String name) {
    User user =
        store.users().insert(NewUser.of(name, name + "@example.com", PasswordHash.locked()));
    Task task = store.tasks().insert(NewTask.of(user.id(), "first"));
    assertThat(store.tasks().getById(task.id())).isEqualTo(task);
    Task changed =
        store.tasks().update(task.id(), task.version(), TaskChanges.none().title("changed"));
    store.tasks().insertAll(drafts(user, 3));
    store.tasks().load(drafts(user, 20).stream());
    store.tags().upsertAllByName(List.of(NewTag.of(name), NewTag.of("all")));
    store.tags().attach(changed.id(), name);
    assertThat(store.tasks().findByUser(user.id(), FIRST).items()).hasSize(10);
    assertThat(store.tasks().withTags(List.of(changed)).get(0).tags()).hasSize(1);
    try (Stream<Task> all = store.tasks().stream()) {
      assertThat(all.filter(each -> each.userId().equals(user.id()))).hasSize(24);
    }
    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      tx.tasks().insert(NewTask.of(user.id(), "undone"));
                      tx.users().insert(NewUser.of(name, "again", PasswordHash.locked()));
                    }))
        .isInstanceOf(UniqueViolationException.class);
    store.transaction(
        tx -> {
          Task kept = tx.tasks().insert(NewTask.of(user.id(), "kept"));
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner ->
                              inner
                                  .users()
                                  .insert(NewUser.of(name, "again", PasswordHash.locked()))))
              .isInstanceOf(UniqueViolationException.class);
          tx.tasks().deleteById(kept.id());
        });
  }

  private static List<NewTask> drafts(User user, int count) {
    return IntStream.range(0, count).mapToObj(i -> NewTask.of(user.id(), "task " + i)).toList();
  }

  @Test
  void whatATransactionAsksForEndsWithIt() {
    TransactionOptions strict =
        TransactionOptions.defaults().isolation(IsolationLevel.SERIALIZABLE).readOnly();
    try (TaskStore store = pooled().driverProperty("prepareThreshold", "0").open()) {
      for (int i = 0; i < TIMES; i++) {
        store.transaction(
            strict,
            tx -> {
              assertThat(setting(tx.dsl(), "transaction_isolation")).isEqualTo("serializable");
              assertThat(setting(tx.dsl(), "transaction_read_only")).isEqualTo("on");
            });
        store.transaction(
            tx -> {
              assertThat(setting(tx.dsl(), "transaction_isolation")).isEqualTo("read committed");
              assertThat(setting(tx.dsl(), "transaction_read_only")).isEqualTo("off");
            });
      }
    }
  }

  private static String setting(DSLContext dsl, String name) {
    return dsl.fetchSingle("SHOW " + name).get(0, String.class);
  }

  @Test
  void statementsPreparedOnTheServerAreMissedWithTheSettingThatTurnsThemOff() {
    try (TaskStore store = pooled().open()) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < TIMES; i++) {
                  store.transaction(tx -> assertThat(tx.tags().count()).isNotNegative());
                }
              })
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("prepareThreshold=0");
    }
  }
}

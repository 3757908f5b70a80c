package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.schema.tables.records.UsersRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Plain jOOQ: the same connection, the same transaction, the same exceptions. */
abstract class JooqContract extends Contract {

  JooqContract(DialectFixture tck) {
    super(tck);
  }

  private static void insert(DSLContext dsl, String name) {
    UsersRecord user = dsl.newRecord(USERS);
    user.setId(UUID.randomUUID());
    user.setUsername(name);
    user.setEmail(name + "@example.com");
    user.setPasswordHash(dev.taskstore.dialect.tck.tasks.PasswordHash.locked());
    user.setCreatedAt(START);
    user.setUpdatedAt(START);
    user.setVersion(0L);
    user.insert();
  }

  private List<String> names() {
    return store().users().where(DSL.noCondition()).orderBy(USERS.USERNAME.asc()).list().stream()
        .map(User::username)
        .toList();
  }

  @Test
  void recordsAreReadAndWrittenAsRepositoriesDo() {
    User ada = insertUser("ada");

    UsersRecord read = store().dsl().fetchSingle(USERS, USERS.USERNAME.eq("ada"));
    assertThat(read.getId()).isEqualTo(ada.id());
    assertThat(read.getCreatedAt()).isEqualTo(ada.createdAt());
    assertThat(read.getPasswordHash()).isEqualTo(ada.passwordHash());
    read.setEmail("new@x");
    read.store();
    assertThat(store().users().getById(ada.id()).email()).isEqualTo("new@x");
  }

  @Test
  void severalRowsComeBackFromOneInsert() {
    var returned =
        store()
            .dsl()
            .insertInto(USERS)
            .columns(
                USERS.ID,
                USERS.USERNAME,
                USERS.EMAIL,
                USERS.PASSWORD_HASH,
                USERS.CREATED_AT,
                USERS.UPDATED_AT,
                USERS.VERSION)
            .values(
                new UUID(0, 1),
                "a",
                "a@x",
                dev.taskstore.dialect.tck.tasks.PasswordHash.locked(),
                START,
                START,
                0L)
            .values(
                new UUID(0, 2),
                "b",
                "b@x",
                dev.taskstore.dialect.tck.tasks.PasswordHash.locked(),
                START,
                START,
                0L)
            .returning(USERS.ID, USERS.USERNAME)
            .fetch();

    assertThat(returned.getValues(USERS.USERNAME)).containsExactlyInAnyOrder("a", "b");
    assertThat(returned.getValues(USERS.ID))
        .containsExactlyInAnyOrder(new UUID(0, 1), new UUID(0, 2));
  }

  @Test
  void statementsTakePartInTheTransaction() {
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          insert(tx.dsl(), "ada");
                          insert(store().dsl(), "bob");
                          assertThat(tx.users().count()).isEqualTo(2);
                          throw new IllegalStateException();
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void aFailedStatementMakesTheTransactionRollbackOnly() {
    insertUser("ada");

    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          insert(tx.dsl(), "bob");
                          assertThatThrownBy(() -> insert(tx.dsl(), "ada"))
                              .isInstanceOf(UniqueViolationException.class);
                          assertThatThrownBy(() -> tx.users().count())
                              .isInstanceOf(RollbackOnlyException.class);
                        }))
        .isInstanceOf(RollbackOnlyException.class);
    assertThat(names()).containsExactly("ada");
  }

  @Test
  void jooqsOwnTransactionsAreTheLibrarys() {
    store()
        .dsl()
        .transaction(
            configuration -> {
              insert(configuration.dsl(), "ada");
              assertThat(store().users().count()).isEqualTo(1);
              insertUser("bob");
            });
    assertThatThrownBy(
            () ->
                store()
                    .dsl()
                    .transaction(
                        configuration -> {
                          insert(configuration.dsl(), "cyd");
                          insertUser("dan");
                          throw new IllegalStateException();
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(names()).containsExactly("ada", "bob");
  }

  @Test
  void jooqsOwnTransactionsNest() {
    insertUser("ada");

    int result =
        store()
            .dsl()
            .transactionResult(
                outer -> {
                  insert(outer.dsl(), "bob");
                  assertThatThrownBy(
                          () ->
                              outer
                                  .dsl()
                                  .transaction(
                                      inner -> {
                                        insert(inner.dsl(), "cyd");
                                        insert(inner.dsl(), "ada");
                                      }))
                      .isInstanceOf(UniqueViolationException.class);
                  store().transaction(tx -> insert(tx.dsl(), "dan"));
                  return outer.dsl().fetchCount(USERS);
                });

    assertThat(result).isEqualTo(3);
    assertThat(names()).containsExactly("ada", "bob", "dan");
  }

  @Test
  void jooqsTransactionsAreRollbackOnlyToo() {
    insertUser("ada");

    assertThatThrownBy(
            () ->
                store()
                    .dsl()
                    .transaction(
                        configuration -> {
                          insert(configuration.dsl(), "bob");
                          assertThatThrownBy(() -> insert(configuration.dsl(), "ada"))
                              .isInstanceOf(UniqueViolationException.class);
                        }))
        .isInstanceOf(RollbackOnlyException.class);
    assertThat(names()).containsExactly("ada");
  }

  @Test
  void cursorsAndBatchesWork() {
    User ada = insertUser("ada");
    insertTasks(ada, 5);

    try (Cursor<?> cursor = store().dsl().selectFrom(TASKS).orderBy(TASKS.ID).fetchLazy()) {
      assertThat(cursor.fetchNext(2)).hasSize(2);
    }
    store()
        .dsl()
        .batch(
            store().dsl().update(TASKS).set(TASKS.TITLE, "x").where(TASKS.TITLE.eq("task 1")),
            store().dsl().deleteFrom(TASKS).where(TASKS.TITLE.eq("task 2")))
        .execute();
    assertThat(store().tasks().count()).isEqualTo(4);
    assertThat(store().dsl().fetchExists(TASKS, TASKS.TITLE.eq("x"))).isTrue();
  }

  @Test
  void namesThatAreNotInTheSchemaAreToldApart() {
    assertThatThrownBy(() -> store().dsl().selectFrom("no_such_table").fetch())
        .isInstanceOf(SchemaOutOfDateException.class)
        .hasMessageContaining("no_such_table");
    assertThatThrownBy(() -> store().dsl().select(DSL.field("no_such_column")).from(USERS).fetch())
        .isInstanceOf(SchemaOutOfDateException.class)
        .hasMessageContaining("no_such_column");
  }
}

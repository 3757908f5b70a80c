package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import dev.taskstore.dialect.tck.tasks.schema.UserRepositoryBase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The methods of keyed repositories, tested on the users. */
abstract class UserRepositoryContract extends Contract {

  UserRepositoryContract(DialectFixture tck) {
    super(tck);
  }

  private UserRepositoryBase users() {
    return store().users();
  }

  @Test
  void insertReturnsWhatIsStored() {
    User ada = users().insert(newUser("ada"));

    assertThat(ada.username()).isEqualTo("ada");
    assertThat(ada.email()).isEqualTo("ada@example.com");
    assertThat(ada.passwordHash()).isEqualTo(PasswordHash.locked());
    assertThat(ada.createdAt()).isEqualTo(START);
    assertThat(ada.updatedAt()).isEqualTo(START);
    assertThat(ada.version()).isZero();
    assertThat(ada.id().version()).isEqualTo(7);
    assertThat(users().findById(ada.id())).contains(ada);
  }

  @Test
  void insertKeepsTheIdentifierAndTimesOfTheDraft() {
    UUID id = UUID.fromString("ffffffff-0000-4000-8000-000000000001");
    Instant created = Instant.parse("1999-12-31T23:59:59.999999Z");
    NewUser draft = newUser("ada").id(id).createdAt(created);

    User ada = users().insert(draft);

    assertThat(ada.id()).isEqualTo(id);
    assertThat(ada.createdAt()).isEqualTo(created);
    assertThat(ada.updatedAt()).isEqualTo(created);
    assertThat(users().getById(id)).isEqualTo(ada);
    assertThat(users().insert(newUser("grace").updatedAt(created)).updatedAt()).isEqualTo(created);
  }

  @Test
  void identifiersOfOneClockTickAreInTheOrderOfTheirMaking() {
    List<User> inserted =
        users().insertAll(Stream.of("d", "b", "c", "a").map(Contract::newUser).toList());

    assertThat(users().findAll(PageRequest.first(10)).items()).isEqualTo(inserted);
  }

  @Test
  void insertAllReturnsTheEntitiesInTheOrderGivenAndStoresThem() {
    List<User> inserted =
        users().insertAll(List.of(newUser("zoe"), newUser("ada"), newUser("mia")));

    assertThat(inserted).extracting(User::username).containsExactly("zoe", "ada", "mia");
    assertThat(users().findAllById(inserted.stream().map(User::id).toList())).isEqualTo(inserted);
    assertThat(users().insertAll(List.of())).isEmpty();
    assertThat(users().count()).isEqualTo(3);
  }

  @Test
  void rowsAreFoundByPrimaryKey() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");
    UUID unknown = new UUID(1, 2);

    assertThat(users().getById(ada.id())).isEqualTo(ada);
    assertThat(users().existsById(ada.id())).isTrue();
    assertThat(users().findById(unknown)).isEmpty();
    assertThat(users().existsById(unknown)).isFalse();
    assertThat(users().findAllById(List.of(bob.id(), unknown, ada.id(), bob.id())))
        .containsExactly(bob, ada);
    assertThat(users().findAllById(List.of())).isEmpty();
    assertThatThrownBy(() -> users().getById(unknown))
        .isInstanceOfSatisfying(
            EntityNotFoundException.class, e -> assertThat(e.table()).isEqualTo("users"))
        .hasMessageNotContaining(unknown.toString());
  }

  @Test
  void rowsAreFoundByEveryUniqueKey() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");

    assertThat(users().findByUsername("ada")).contains(ada);
    assertThat(users().findByUsername("ADA")).isEmpty();
    assertThat(users().findByUsername("")).isEmpty();
    assertThat(users().findByEmail("bob@example.com")).contains(bob);
    assertThat(users().findByEmail("bob")).isEmpty();
    assertThat(users().findAllByUsername(List.of("bob", "nobody", "ada", "bob")))
        .containsExactly(bob, ada);
    assertThat(users().findAllByUsername(List.of())).isEmpty();
    assertThat(users().findAllByEmail(List.of("bob@example.com", "ada@example.com")))
        .containsExactly(bob, ada);
  }

  @Test
  void updateWritesTheEntityOneVersionOn() {
    User ada = insertUser("ada");
    clock().advance(Duration.ofHours(1));

    User updated = users().update(ada.with().email("countess@example.com").build());

    assertThat(updated)
        .isEqualTo(
            ada.with()
                .email("countess@example.com")
                .updatedAt(START.plus(Duration.ofHours(1)))
                .version(1)
                .build());
    assertThat(users().getById(ada.id())).isEqualTo(updated);
  }

  @Test
  void updateNeverWritesTheTimeOfCreation() {
    User ada = insertUser("ada");

    users().update(ada.with().createdAt(Instant.EPOCH).build());

    assertThat(users().getById(ada.id()).createdAt()).isEqualTo(START);
  }

  @Test
  void updateOfAStaleEntityIsRefusedAndOfAMissingOneToo() {
    User ada = insertUser("ada");
    User changed = users().update(ada.with().email("a@example.com").build());

    assertThatThrownBy(() -> users().update(ada.with().email("b@example.com").build()))
        .isInstanceOfSatisfying(
            StaleEntityException.class, e -> assertThat(e.table()).isEqualTo("users"))
        .hasMessageContaining("Read it again");
    assertThat(users().getById(ada.id())).isEqualTo(changed);

    users().delete(changed);
    assertThatThrownBy(() -> users().update(changed)).isInstanceOf(EntityNotFoundException.class);
  }

  @Test
  void updateAllIsAllOrNothing() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");
    List<User> both =
        users()
            .updateAll(
                List.of(
                    bob.with().email("b2@example.com").build(),
                    ada.with().email("a2@example.com").build()));

    assertThat(both).extracting(User::version).containsExactly(1L, 1L);
    assertThat(users().findAllById(List.of(bob.id(), ada.id()))).isEqualTo(both);
    assertThat(users().updateAll(List.of())).isEmpty();

    List<User> oneStale = List.of(both.get(0).with().email("b3@example.com").build(), ada);
    assertThatThrownBy(() -> users().updateAll(oneStale)).isInstanceOf(StaleEntityException.class);
    assertThat(users().findAllById(List.of(bob.id(), ada.id()))).isEqualTo(both);
  }

  @Test
  void partialUpdateWritesOnlyWhatWasNamed() {
    User ada = insertUser("ada");
    clock().advance(Duration.ofMinutes(1));

    User renamed = users().update(ada.id(), UserChanges.none().username("lovelace"));

    assertThat(renamed)
        .isEqualTo(ada.with().username("lovelace").version(1).updatedAt(clock().instant()).build());
    assertThat(users().getById(ada.id())).isEqualTo(renamed);
    assertThat(users().update(ada.id(), UserChanges.none())).isEqualTo(renamed);
  }

  @Test
  void partialUpdateMayExpectAVersion() {
    User ada = insertUser("ada");

    User renamed = users().update(ada.id(), 0, UserChanges.none().username("lovelace"));

    assertThat(renamed.version()).isEqualTo(1);
    assertThatThrownBy(() -> users().update(ada.id(), 0, UserChanges.none().username("byron")))
        .isInstanceOf(StaleEntityException.class);
    assertThatThrownBy(() -> users().update(new UUID(0, 0), UserChanges.none().username("byron")))
        .isInstanceOf(EntityNotFoundException.class);
    assertThatThrownBy(() -> users().update(new UUID(0, 0), UserChanges.none()))
        .isInstanceOf(EntityNotFoundException.class);
    assertThat(users().getById(ada.id())).isEqualTo(renamed);
  }

  @Test
  void aDeleteMayExpectAVersion() {
    User ada = insertUser("ada");
    User renamed = users().update(ada.id(), UserChanges.none().username("lovelace"));

    assertThatThrownBy(() -> users().deleteById(ada.id(), 0))
        .isInstanceOfSatisfying(
            StaleEntityException.class, e -> assertThat(e.table()).isEqualTo("users"));
    assertThatThrownBy(() -> users().deleteById(new UUID(0, 0), 0))
        .isInstanceOf(EntityNotFoundException.class);
    assertThat(users().getById(ada.id())).isEqualTo(renamed);

    users().deleteById(ada.id(), 1);

    assertThatThrownBy(() -> users().deleteById(ada.id(), 1))
        .isInstanceOf(EntityNotFoundException.class);
    assertThat(users().count()).isZero();
  }

  @Test
  void upsertInsertsOrUpdatesOneVersionOn() {
    User ada = users().upsertByUsername(newUser("ada"));
    assertThat(ada.version()).isZero();
    clock().advance(Duration.ofDays(1));

    User again =
        users().upsertByUsername(NewUser.of("ada", "new@example.com", PasswordHash.locked()));

    assertThat(again)
        .isEqualTo(
            ada.with().email("new@example.com").updatedAt(clock().instant()).version(1).build());
    assertThat(users().getById(ada.id())).isEqualTo(again);
    assertThat(users().count()).isEqualTo(1);
  }

  @Test
  void upsertAllReturnsWhatIsStoredInTheOrderGiven() {
    User bob = insertUser("bob");

    List<User> all =
        users()
            .upsertAllByEmail(
                List.of(
                    newUser("zoe"),
                    NewUser.of("robert", "bob@example.com", PasswordHash.locked()),
                    newUser("ada")));

    assertThat(all).extracting(User::username).containsExactly("zoe", "robert", "ada");
    assertThat(all).extracting(User::version).containsExactly(0L, 1L, 0L);
    assertThat(all.get(1).id()).isEqualTo(bob.id());
    assertThat(users().findAllByEmail(all.stream().map(User::email).toList())).isEqualTo(all);
    assertThat(users().upsertByEmail(newUser("ada")).version()).isEqualTo(1);
    assertThat(users().upsertAllByUsername(List.of())).isEmpty();
  }

  @Test
  void deleteIsOptimisticAndDeleteByIdIsNot() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");
    User changed = users().update(ada);

    assertThatThrownBy(() -> users().delete(ada)).isInstanceOf(StaleEntityException.class);
    assertThat(users().existsById(ada.id())).isTrue();
    users().delete(changed);
    assertThat(users().existsById(ada.id())).isFalse();
    assertThatThrownBy(() -> users().delete(changed)).isInstanceOf(EntityNotFoundException.class);

    users().update(bob);
    assertThat(users().deleteById(bob.id())).isTrue();
    assertThat(users().deleteById(bob.id())).isFalse();
  }

  @Test
  void deleteAllByIdTellsHowManyThereWere() {
    List<UUID> ids =
        users().insertAll(Stream.of("a", "b", "c").map(Contract::newUser).toList()).stream()
            .map(User::id)
            .toList();

    assertThat(users().deleteAllById(List.of(ids.get(0), ids.get(2), new UUID(0, 7), ids.get(0))))
        .isEqualTo(2);
    assertThat(users().deleteAllById(List.of())).isZero();
    assertThat(users().where(USERS.USERNAME.eq("b")).list()).hasSize(1);
    assertThat(users().count()).isEqualTo(1);
  }

  @Test
  void streamReadsAllInTheOrderOfTheKey() {
    List<User> inserted = users().insertAll(Stream.of("c", "a").map(Contract::newUser).toList());

    try (Stream<User> stream = users().stream()) {
      assertThat(stream).isEqualTo(inserted);
    }
  }

  @Test
  void aPartialUpdateThatFailsDoesNotEndTheTransactionAroundIt() {
    insertUser("ada");
    User bob = insertUser("bob");

    store()
        .transaction(
            tx -> {
              assertThatThrownBy(
                      () -> tx.users().update(bob.id(), UserChanges.none().username("ada")))
                  .isInstanceOf(UniqueViolationException.class);
              tx.users().update(bob.id(), UserChanges.none().username("carol"));
            });

    assertThat(users().getById(bob.id()).username()).isEqualTo("carol");
  }
}

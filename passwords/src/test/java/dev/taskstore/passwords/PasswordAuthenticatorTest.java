package dev.taskstore.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.UserChanges;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class PasswordAuthenticatorTest {

  enum Kind {
    SQLITE,
    POSTGRES
  }

  @Parameter private Kind kind;
  @TempDir private Path folder;
  private TckDatabase database;
  private TaskStore store;
  private final CountingHashFunctions functions = new CountingHashFunctions();
  private final PasswordHasher hasher = Hashes.cheap().build(functions);
  private PasswordAuthenticator authenticator;

  @BeforeEach
  void open() throws SQLException {
    database =
        kind == Kind.POSTGRES
            ? PostgresServer.shared().newDatabase("")
            : TckDatabase.of("jdbc:sqlite:" + folder.resolve("tasks.db"), () -> {});
    TaskStore.Builder builder = TaskStore.builder().url(database.url());
    if (database.user() != null) {
      builder.credentials(database.user(), database.password());
    }
    store = builder.open();
    authenticator = new PasswordAuthenticator(store.users(), hasher);
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  private User insert(String name, PasswordHash hash) {
    User user = store.users().insert(NewUser.of(name, name + "@example.com", hash));
    functions.drain();
    return user;
  }

  @Test
  void aUserSignsInWithTheRightPasswordOnly() {
    User ada = insert("ada", hasher.hash("correct horse"));

    assertThat(authenticator.authenticate("ada", "correct horse")).contains(ada);
    assertThat(authenticator.authenticate("ada", CharBuffer.wrap("correct horse"))).contains(ada);
    assertThat(authenticator.authenticate("ada", "wrong horse")).isEmpty();
    assertThat(authenticator.authenticate("Ada", "correct horse")).isEmpty();
    assertThat(functions.drain()).hasSize(4);
    assertThat(store.users().getById(ada.id())).isEqualTo(ada);
  }

  @Test
  void unknownLockedAndInvalidNamesTakeTheWorkOfAWrongPassword() {
    insert("ada", hasher.hash("correct horse"));
    insert("locked", PasswordHash.locked());
    assertThat(authenticator.authenticate("ada", "wrong horse")).isEmpty();
    List<String> work = functions.drain();

    assertThat(work).hasSize(1);
    for (String name : List.of("grace", "locked", "", "a\0", "\uD83D", "a".repeat(65))) {
      assertThat(authenticator.authenticate(name, "wrong horse")).as(name).isEmpty();
      assertThat(functions.drain()).as(name).isEqualTo(work);
    }
    assertThat(store.users().count()).isEqualTo(2);
  }

  @Test
  void theFormerHashIsReplacedAtTheFirstSignIn() {
    User ada = insert("ada", PasswordHash.ofEncoded(Hashes.ONE_ROUND));

    assertThat(authenticator.authenticate("ada", "wrong")).isEmpty();
    assertThat(store.users().getById(ada.id())).isEqualTo(ada);

    User signedIn = authenticator.authenticate("ada", "passwd").orElseThrow();

    assertThat(signedIn.passwordHash().algorithm()).contains("argon2id");
    assertThat(signedIn.version()).isEqualTo(ada.version() + 1);
    assertThat(signedIn.email()).isEqualTo(ada.email());
    assertThat(store.users().getById(ada.id())).isEqualTo(signedIn);
    functions.drain();
    assertThat(authenticator.authenticate("ada", "passwd")).contains(signedIn);
    assertThat(functions.drain()).hasSize(1).first().asString().contains("of 6 bytes");
  }

  @Test
  void aRaisedCostReplacesHashesToo() {
    User ada = insert("ada", hasher.hash("correct horse"));
    PasswordHasher stronger = Hashes.cheap().iterations(2).build();

    Optional<User> signedIn =
        new PasswordAuthenticator(store.users(), stronger).authenticate("ada", "correct horse");

    assertThat(signedIn).get().extracting(User::version).isEqualTo(ada.version() + 1);
    assertThat(stronger.needsRehash(store.users().getById(ada.id()).passwordHash())).isFalse();
    assertThat(authenticator.authenticate("ada", "correct horse")).isEqualTo(signedIn);
  }

  @Test
  void aUserWhoChangesDuringTheSignInKeepsTheOtherChange() {
    User ada = insert("ada", PasswordHash.ofEncoded(Hashes.ONE_ROUND));
    User[] changed = new User[1];
    PasswordHasher meanwhile =
        Hashes.cheap()
            .build(
                new ObservedHashFunctions(
                    () ->
                        changed[0] =
                            store
                                .users()
                                .update(ada.id(), UserChanges.none().email("new@example.com"))));

    Optional<User> signedIn =
        new PasswordAuthenticator(store.users(), meanwhile).authenticate("ada", "passwd");

    assertThat(signedIn).contains(ada);
    assertThat(store.users().getById(ada.id())).isEqualTo(changed[0]);
    assertThat(changed[0].passwordHash().encoded()).isEqualTo(Hashes.ONE_ROUND);
    assertThat(authenticator.authenticate("ada", "passwd"))
        .get()
        .extracting(User::email)
        .isEqualTo("new@example.com");
  }

  @Test
  void aUserWhoIsDeletedDuringTheSignInIsNotSignedIn() {
    User ada = insert("ada", PasswordHash.ofEncoded(Hashes.ONE_ROUND));
    PasswordHasher meanwhile =
        Hashes.cheap().build(new ObservedHashFunctions(() -> store.users().deleteById(ada.id())));

    assertThat(new PasswordAuthenticator(store.users(), meanwhile).authenticate("ada", "passwd"))
        .isEmpty();
    assertThat(store.users().count()).isZero();
  }

  @Test
  void usersSignInWhereNothingCanBeWritten() {
    User ada = insert("ada", PasswordHash.ofEncoded(Hashes.ONE_ROUND));

    Optional<User> signedIn =
        store.transactionResult(
            TransactionOptions.defaults().readOnly(),
            tx -> {
              Optional<User> user =
                  new PasswordAuthenticator(tx.users(), hasher).authenticate("ada", "passwd");
              assertThat(tx.users().count()).isEqualTo(1);
              return user;
            });

    assertThat(signedIn).contains(ada);
    assertThat(store.users().getById(ada.id())).isEqualTo(ada);
  }

  @Test
  void aHashIsReplacedWithinATransaction() {
    User ada = insert("ada", PasswordHash.ofEncoded(Hashes.ONE_ROUND));

    store.transaction(
        tx ->
            assertThat(new PasswordAuthenticator(tx.users(), hasher).authenticate("ada", "passwd"))
                .isPresent());

    assertThat(store.users().getById(ada.id()).passwordHash().algorithm()).contains("argon2id");
  }
}

package dev.taskstore.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.UserChanges;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tagged regions of this class are the snippets of docs/security.md. */
class SecurityGuideTest {

  private final TaskStore store = TaskStore.open("jdbc:sqlite::memory:");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void usersSignIn() {
    // tag::sign-in[]
    PasswordHasher hasher = PasswordHasher.defaults(); // one for the whole application
    PasswordAuthenticator authenticator = new PasswordAuthenticator(store.users(), hasher);

    PasswordHash hash = hasher.hash("correct horse battery staple");
    store.users().insert(NewUser.of("ada", "ada@example.com", hash));

    Optional<User> user = authenticator.authenticate("ada", "correct horse battery staple");
    // end::sign-in[]
    assertThat(user).get().extracting(User::username).isEqualTo("ada");
    assertThat(authenticator.authenticate("ada", "wrong horse")).isEmpty();
  }

  @Test
  void passwordsAreChanged() {
    PasswordHasher hasher = PasswordHasher.defaults();
    PasswordHash hash = hasher.hash("correct horse battery staple");
    User ada = store.users().insert(NewUser.of("ada", "ada@example.com", hash));
    char[] current = "correct horse battery staple".toCharArray();
    char[] next = "incorrect horse battery staple".toCharArray();
    // tag::change[]
    if (hasher.verify(current, ada.passwordHash())) {
      UserChanges changes = UserChanges.none().passwordHash(hasher.hash(next));
      ada = store.users().update(ada.id(), ada.version(), changes);
    }
    Arrays.fill(current, '\0');
    Arrays.fill(next, '\0');
    // end::change[]
    assertThat(hasher.verify("incorrect horse battery staple", ada.passwordHash())).isTrue();
    assertThat(hasher.needsRehash(ada.passwordHash())).isFalse();
  }

  @Test
  void theCostIsRaised() {
    // tag::cost[]
    PasswordHasher hasher = PasswordHasher.builder().memoryKib(46 * 1024).iterations(2).build();
    // end::cost[]
    PasswordHash hash = PasswordHasher.defaults().hash("correct horse");
    assertThat(hasher.verify("correct horse", hash)).isTrue();
    assertThat(hasher.needsRehash(hash)).isTrue();
  }
}

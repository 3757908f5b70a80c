package dev.taskstore;

import static dev.taskstore.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import org.junit.jupiter.api.Test;

class ChangesTest {

  @Test
  void namesOfColumnsAreShownAndNoValues() {
    UserChanges changes =
        UserChanges.none()
            .username("secret-name")
            .email("secret@example.org")
            .passwordHash(PasswordHash.ofEncoded("secret-hash"));

    assertThat(changes.toString())
        .startsWith("UserChanges[")
        .contains("username", "email", "password_hash")
        .doesNotContain("secret");
  }

  @Test
  void whatWasSetIsListedInThatOrderAndTheLastValueCounts() {
    UserChanges changes = UserChanges.none().email("a@b.c").username("one").email("d@e.f");

    assertThat(changes.values().keySet()).containsExactly(USERS.EMAIL, USERS.USERNAME);
    assertThat(changes.values().get(USERS.EMAIL)).isEqualTo("d@e.f");
    assertThat(changes.contains(USERS.USERNAME)).isTrue();
    assertThat(changes.contains(USERS.PASSWORD_HASH)).isFalse();
  }

  @Test
  void changesAreNeverChanged() {
    UserChanges one = UserChanges.none().username("one");
    UserChanges two = one.username("two");
    var values = one.values();

    assertThat(UserChanges.none().values()).isEmpty();
    assertThat(values.get(USERS.USERNAME)).isEqualTo("one");
    assertThat(two.values().get(USERS.USERNAME)).isEqualTo("two");
    assertThatThrownBy(() -> values.put(USERS.EMAIL, "x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void valuesThatNoDatabaseStoresAreRefusedAtOnce() {
    UserChanges none = UserChanges.none();

    assertThatThrownBy(() -> none.username(""))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            failure -> {
              assertThat(failure.table()).isEqualTo("users");
              assertThat(failure.columns()).containsExactly("username");
            });
    assertThatThrownBy(() -> none.email("secret-value\0"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageNotContaining("secret-value");
  }
}

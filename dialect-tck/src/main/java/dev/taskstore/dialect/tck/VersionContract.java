package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A version counts to {@link Long#MAX_VALUE} and no further. */
abstract class VersionContract extends Contract {

  VersionContract(DialectFixture tck) {
    super(tck);
  }

  @Test
  void theGreatestVersionIsNotIncremented() {
    insertUser("ada");
    store().dsl().execute("UPDATE users SET version = 9223372036854775807");
    User last = store().users().findByUsername("ada").orElseThrow();

    assertThatThrownBy(() -> store().users().update(last))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            e -> {
              assertThat(e.table()).isEqualTo("users");
              assertThat(e.columns()).containsExactly("version");
            });
    assertRefused(() -> store().users().updateAll(List.of(last)));
    assertRefused(() -> store().users().update(last.id(), UserChanges.none().username("bob")));
    assertRefused(
        () ->
            store().users().update(last.id(), last.version(), UserChanges.none().username("bob")));
    assertRefused(() -> store().users().upsertByUsername(newUser("ada")));
    assertThat(store().users().getById(last.id())).isEqualTo(last);
    store().users().delete(last);
    assertThat(store().users().count()).isZero();
  }

  @Test
  void theVersionBeforeTheGreatestIsIncremented() {
    insertUser("ada");
    store().dsl().execute("UPDATE users SET version = 9223372036854775806");
    User ada = store().users().findByUsername("ada").orElseThrow();

    assertThat(store().users().update(ada).version()).isEqualTo(Long.MAX_VALUE);
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(InvalidArgumentException.class);
  }
}

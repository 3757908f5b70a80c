package dev.taskstore.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.db.exception.InvalidArgumentException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Password hashes as values of a column. */
abstract class PasswordHashContract extends TaskStoreContract {

  PasswordHashContract(TaskStoreTck tck) {
    super(tck);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\0", "a\uD83D", "\uDE80a", "\uDE80\uD83D", "\uD83Da\uDE80"})
  void hashesWithNulCharactersOrLoneSurrogatesAreRefused(String bad) {
    insertUser("ada");
    NewUser draft = NewUser.of("x", "x@x", PasswordHash.ofEncoded(bad));

    InvalidArgumentException refused =
        catchThrowableOfType(InvalidArgumentException.class, () -> store().users().insert(draft));

    assertThat(refused).isNotNull();
    assertThat(refused).hasMessageContaining("Remove or replace it");
    assertThat(store().users().count()).isEqualTo(1);
  }
}

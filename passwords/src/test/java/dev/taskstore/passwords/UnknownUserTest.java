package dev.taskstore.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.PasswordHash;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The work for a user who does not exist equals that for a wrong password. */
class UnknownUserTest {

  private final CountingHashFunctions functions = new CountingHashFunctions();
  private final PasswordHasher hasher =
      Hashes.cheap().memoryKib(64).iterations(3).parallelism(2).build(functions);

  @Test
  void aMissingHashTakesTheSameWorkAsAWrongPassword() {
    PasswordHash stored = hasher.hash("correct horse");
    functions.drain();

    assertThat(hasher.verify("wrong horse", stored)).isFalse();
    List<String> work = functions.drain();
    assertThat(work)
        .containsExactly(new Argon2Cost(64, 3, 2) + " of 11 bytes with a salt of 16: 32");

    assertThat(hasher.verify("wrong horse", null)).isFalse();
    assertThat(functions.drain()).isEqualTo(work);
    assertThat(hasher.verify("wrong horse".toCharArray(), null)).isFalse();
    assertThat(functions.drain()).isEqualTo(work);
    assertThat(hasher.verify("wrong horse", PasswordHash.locked())).isFalse();
    assertThat(functions.drain()).isEqualTo(work);
    assertThat(hasher.verify("wrong horse", PasswordHash.ofEncoded("$unknown$"))).isFalse();
    assertThat(functions.drain()).isEqualTo(work);
  }

  @Test
  void aRefusedPasswordTakesNoHashWhetherTheUserExistsOrNot() {
    PasswordHash stored = hasher.hash("correct horse");
    functions.drain();

    for (String refused : List.of("", "\0", "a".repeat(4097), "a".repeat(10_000_000))) {
      assertThat(hasher.verify(refused, stored)).isFalse();
      assertThat(hasher.verify(refused, null)).isFalse();
    }
    assertThat(functions.drain()).isEmpty();
  }

  @Test
  void anotherAlgorithmIsComputedOnceAndInsteadOfTheDefault() {
    assertThat(hasher.verify("passwd", PasswordHash.ofEncoded(Hashes.ONE_ROUND))).isTrue();
    assertThat(functions.drain()).containsExactly("PBKDF2 with 1 rounds");
    assertThat(hasher.verify("abc", PasswordHash.ofEncoded(Hashes.BCRYPT))).isTrue();
    assertThat(functions.drain()).containsExactly("bcrypt");
  }

  @Test
  void askingForARehashComputesNothing() {
    for (String encoded : List.of("!", Hashes.ONE_ROUND, Hashes.BCRYPT, "")) {
      hasher.needsRehash(PasswordHash.ofEncoded(encoded));
    }
    assertThat(functions.drain()).isEmpty();
  }
}

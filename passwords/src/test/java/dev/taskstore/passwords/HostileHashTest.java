package dev.taskstore.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.PasswordHash;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored texts that are damaged, or that would take much memory or time. */
class HostileHashTest {

  private static final char[] OTHERS = "A/+z09$=!-\u00e9".toCharArray();
  private static final String SALT = "A".repeat(22);
  private static final String HASH = "A".repeat(43);

  private final CountingHashFunctions functions = new CountingHashFunctions();
  private final PasswordHasher hasher = Hashes.cheap().build(functions);

  @Test
  void aHashWithAChangedCharacterMatchesNothing() {
    for (String encoded : List.of(hasher.hash("passwd").encoded(), Hashes.ONE_ROUND)) {
      for (int i = 0; i < encoded.length(); i++) {
        for (char other : OTHERS) {
          String damaged = encoded.substring(0, i) + other + encoded.substring(i + 1);
          // More rounds or memory take long and lead to other hashes; the limits have tests below.
          boolean isCost = Character.isDigit(other) && Character.isDigit(encoded.charAt(i));
          if (other != encoded.charAt(i) && !(isCost && i < "$pbkdf2-sha256$i=1".length())) {
            assertThat(verify("passwd", damaged)).as(damaged).isFalse();
          }
        }
      }
    }
  }

  @Test
  void aHashThatWasCutOffOrPaddedMatchesNothing() {
    for (String encoded : List.of(hasher.hash("passwd").encoded(), Hashes.ONE_ROUND)) {
      for (int length = 0; length < encoded.length(); length++) {
        String damaged = encoded.substring(0, length);
        assertThat(verify("passwd", damaged)).as(damaged).isFalse();
      }
      for (String padding : new String[] {"=", " ", "\n", "$", "A", "AAAA"}) {
        assertThat(verify("passwd", encoded + padding)).isFalse();
        assertThat(verify("passwd", padding + encoded)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m=65537,t=1,p=1",
        "m=1048576,t=1,p=1",
        "m=2147483647,t=1,p=1",
        "m=4294967296,t=1,p=1",
        "m=99999999999999999999,t=1,p=1",
        "m=16,t=11,p=1",
        "m=16,t=2147483647,p=1",
        "m=136,t=1,p=17",
        "m=15,t=1,p=2",
        "m=7,t=1,p=1",
        "m=0,t=1,p=1",
        "m=-16,t=1,p=1",
        "m=016,t=1,p=1",
        "m=\u0661\u0666,t=1,p=1",
        "m=16,t=0,p=1",
        "m=16,t=1,p=0",
        "m=16,t=1",
        "t=1,m=16,p=1",
        "m=16,t=1,p=1,keyid=AAAA",
        "m=16, t=1,p=1",
        "m=16;t=1;p=1"
      })
  void aCostOutOfRangeMatchesNothingAndIsNotPaid(String cost) {
    String encoded = "$argon2id$v=19$" + cost + "$" + SALT + "$" + HASH;

    assertThat(verify("passwd", encoded)).isFalse();
    assertThat(functions.drain()).containsExactly(decoyOf("passwd"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=16$m=16,t=1,p=1$" + "AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$m=16,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2i$v=19$m=16,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2d$v=19$m=16,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=16,t=1,p=1$$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=16,t=1,p=1$AAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=16,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAA",
        "$argon2id$v=19$m=16,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$",
        "$argon2id$v=19$m=16,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAB$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=16,t=1,p=1$AAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=16,t=1,p=1$AAAAAAAAAAAAAAAAAAAA-_$AAAAAAAAAAAAAAAAAAAAAA",
        "$pbkdf2-sha256$i=0$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$pbkdf2-sha256$i=01$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$pbkdf2-sha256$i=2000001$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$pbkdf2-sha256$i=99999999999$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$pbkdf2-sha256$i=1$A$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$pbkdf2-sha256$i=1$AAAA$AAAA",
        "$pbkdf2-sha512$i=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$2a$16$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
        "$2a$31$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
        "$2a$03$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
        "$2x$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
        "$2$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
        "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0",
        "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i\n",
        "!",
        "",
        "passwd",
        "\0",
        "\uD83D"
      })
  void whatIsNoAcceptedHashMatchesNothingInTheTimeOfOneHash(String encoded) {
    assertThat(verify("passwd", encoded)).isFalse();
    assertThat(functions.drain()).containsExactly(decoyOf("passwd"));
  }

  @Test
  void theLimitsAreSettings() {
    String encoded = Hashes.cheap().memoryKib(128).iterations(3).build().hash("passwd").encoded();

    assertThat(Hashes.cheap().maximumStoredMemoryKib(127).build().verify("passwd", hash(encoded)))
        .isFalse();
    assertThat(Hashes.cheap().maximumStoredIterations(2).build().verify("passwd", hash(encoded)))
        .isFalse();
    assertThat(
            Hashes.cheap()
                .maximumStoredMemoryKib(128)
                .maximumStoredIterations(3)
                .build()
                .verify("passwd", hash(encoded)))
        .isTrue();
    assertThat(
            PasswordHasher.builder()
                .memoryKib(128)
                .iterations(3)
                .maximumStoredMemoryKib(8)
                .maximumStoredIterations(1)
                .build()
                .verify("passwd", hash(encoded)))
        .isTrue();
  }

  private boolean verify(String password, String encoded) {
    functions.drain();
    return hasher.verify(password, hash(encoded));
  }

  private static PasswordHash hash(String encoded) {
    return PasswordHash.ofEncoded(encoded);
  }

  private static String decoyOf(String password) {
    return new Argon2Cost(16, 1, 1)
        + " of %d bytes with a salt of 16: 32".formatted(password.length());
  }
}

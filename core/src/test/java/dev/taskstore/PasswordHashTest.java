package dev.taskstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

  private static final String BCRYPT_BODY = "abcdefghijklmnopqrstuuFTZ2lXb0zCFmaHcSkfgVhEN6I8YKE1C";

  @Test
  void aTextIsKeptUnchanged() {
    for (String text : new String[] {"", "!", "any text", "$2b$12$" + BCRYPT_BODY, "a\0\uD83D"}) {
      assertThat(PasswordHash.ofEncoded(text).encoded()).isEqualTo(text);
    }
  }

  @Test
  void nothingIsShown() {
    assertThat(PasswordHash.ofEncoded("secret")).hasToString("PasswordHash[***]");
    assertThat(PasswordHash.locked()).hasToString("PasswordHash[***]");
  }

  @Test
  void onlyTheLockedHashIsLocked() {
    assertThat(PasswordHash.locked().isLocked()).isTrue();
    assertThat(PasswordHash.locked().encoded()).isEqualTo("!");
    assertThat(PasswordHash.ofEncoded("!").isLocked()).isTrue();
    assertThat(PasswordHash.ofEncoded("!")).isEqualTo(PasswordHash.locked());
    for (String text : new String[] {"", "!!", "! ", "*", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"}) {
      assertThat(PasswordHash.ofEncoded(text).isLocked()).as(text).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "argon2id $argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$RdescudvJCsgt3ub",
        "argon2i $argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$RdescudvJCsgt3ub",
        "pbkdf2-sha256 $pbkdf2-sha256$i=600000$c2FsdA$RdescudvJCsgt3ub",
        "scrypt $scrypt$ln=16,r=8,p=1$c2FsdA$RdescudvJCsgt3ub",
        "bcrypt-sha256 $bcrypt-sha256$v=2,t=2b,r=12$n79VH.0Q2TMWmt3Oqt9uku$Kq4Noyk3094Y2QlB8NdRT8SvGiI4ft2",
        "new-algorithm $new-algorithm$v=1$c2FsdA$RdescudvJCsgt3ub"
      })
  void theAlgorithmOfAPhcStringIsKnown(String algorithm, String encoded) {
    assertThat(PasswordHash.ofEncoded(encoded).algorithm()).isEqualTo(Optional.of(algorithm));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "!",
        "secret",
        "$",
        "$argon2id",
        "$argon2id$v=19",
        "$argon2id$v=19$m=19456,t=2,p=1",
        "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ",
        "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$",
        "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$AAAA$",
        "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$AAAA\n",
        "$argon2id$v=19$m=19456,,p=1$c29tZXNhbHQ$AAAA",
        "$ARGON2ID$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$AAAA",
        "argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$AAAA",
        "$an-identifier-of-thirty-three-letters$v=1$c29tZXNhbHQ$AAAA",
        "$2b$12$" + BCRYPT_BODY,
        "$2y$10$" + BCRYPT_BODY,
        "$1$c2FsdA$AAAA",
        "$6$rounds=5000$c2FsdA$AAAA",
        "$y$j9T$c2FsdA$AAAA",
        "$pbkdf2-sha256$29000$c2FsdA$AAAA",
        "{bcrypt}$2b$12$" + BCRYPT_BODY
      })
  void theAlgorithmOfAnotherTextIsUnknown(String encoded) {
    assertThat(PasswordHash.ofEncoded(encoded).algorithm()).isEmpty();
  }

  @Test
  void aLongHostileTextIsReadInAMoment() {
    String parameters = "$a" + "$a=1,a=1".repeat(10_000);

    assertThat(PasswordHash.ofEncoded(parameters).algorithm()).isEmpty();
    assertThat(PasswordHash.ofEncoded("$".repeat(100_000)).algorithm()).isEmpty();
    assertThat(PasswordHash.ofEncoded("$a$a=" + ",a=a".repeat(100_000)).algorithm()).isEmpty();
  }

  @Test
  void hashesThatDifferInLoneSurrogatesAreNotEqual() {
    PasswordHash hash = PasswordHash.ofEncoded("a\uD83D");

    assertThat(hash).isEqualTo(PasswordHash.ofEncoded("a\uD83D"));
    assertThat(hash)
        .isNotEqualTo(PasswordHash.ofEncoded("a\uDE80"))
        .isNotEqualTo(PasswordHash.ofEncoded("a?"));
    assertThat(PasswordHash.ofEncoded("ab")).isNotEqualTo(PasswordHash.ofEncoded("abc"));
  }
}

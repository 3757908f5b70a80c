package dev.taskstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of hashes; those with a single round are cheap enough to be damaged in every place. */
class PasswordHashFormatTest {

  /** PBKDF2-HMAC-SHA-256 of "passwd" with the salt "salt" and one round: RFC 7914, section 11. */
  private static final byte[] EXPECTED =
      HexFormat.of().parseHex("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");

  private static final char[] OTHERS = "A/+z09$=!-\u00e9".toCharArray();
  private static final String SALT = base64("salt".getBytes(StandardCharsets.US_ASCII));
  private static final String ENCODED = encoded("1", SALT, base64(EXPECTED));

  @Test
  void thePublishedVectorMatches() {
    assertThat(PasswordHash.ofEncoded(ENCODED).matches("passwd")).isTrue();
    assertThat(PasswordHash.ofEncoded(ENCODED).matches("Passwd")).isFalse();
    assertThat(PasswordHash.ofEncoded(ENCODED).matches(CharBuffer.wrap("passwd"))).isTrue();
  }

  @Test
  void aFreshHashHasSixHundredThousandRoundsSixteenBytesOfSaltAndThirtyTwoOfHash() {
    PasswordHash hash = PasswordHash.of("\uD83D\uDE80 p\u00e4ss");

    assertThat(hash.encoded())
        .matches("\\$pbkdf2-sha256\\$i=600000\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(hash.encoded().length()).isLessThanOrEqualTo(PasswordHash.MAXIMUM_LENGTH);
    assertThat(hash).hasToString("PasswordHash[***]");
    assertThat(hash.matches("\uD83D\uDE80 p\u00e4ss")).isTrue();
    assertThat(hash.matches("? p?ss")).isFalse();
  }

  @Test
  void aHashWithAChangedCharacterMatchesNothing() {
    for (int i = 0; i < ENCODED.length(); i++) {
      for (char other : OTHERS) {
        String damaged = ENCODED.substring(0, i) + other + ENCODED.substring(i + 1);
        if (other != ENCODED.charAt(i) && !isRoundCount(i)) {
          assertThat(PasswordHash.ofEncoded(damaged).matches("passwd")).as(damaged).isFalse();
        }
      }
    }
  }

  @Test
  void aHashThatWasCutOffOrPaddedMatchesNothing() {
    for (int length = 0; length < ENCODED.length(); length++) {
      String damaged = ENCODED.substring(0, length);
      assertThat(PasswordHash.ofEncoded(damaged).matches("passwd")).as(damaged).isFalse();
    }
    for (String padding : new String[] {"=", " ", "\n", "$", "A", "AAAA"}) {
      assertThat(PasswordHash.ofEncoded(ENCODED + padding).matches("passwd")).isFalse();
      assertThat(PasswordHash.ofEncoded(padding + ENCODED).matches("passwd")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10000001", "99999999", "100000000", "01", "-1", "", "1.0", "0x1"})
  void roundsOutOfRangeMatchNothing(String rounds) {
    PasswordHash hash = PasswordHash.ofEncoded(encoded(rounds, SALT, base64(EXPECTED)));

    assertThat(hash.matches("passwd")).isFalse();
  }

  @Test
  void aLockedHashMatchesNoPassword() {
    for (String password : new String[] {"", "!", "passwd", "\0"}) {
      assertThat(PasswordHash.locked().matches(password)).isFalse();
    }
    assertThat(PasswordHash.locked()).isEqualTo(PasswordHash.locked());
    assertThat(PasswordHash.locked()).hasToString("PasswordHash[***]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"passwd\0", "passwd\0\0", "\0", "passwd\uD83D", "\uDE80"})
  void textsThatTheHashFunctionCannotTellFromOthersAreNoPasswords(String password) {
    assertThat(PasswordHash.ofEncoded(ENCODED).matches(password)).isFalse();
    assertThatThrownBy(() -> PasswordHash.of(password))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("A password ")
        .hasMessageNotContaining("passwd");
  }

  private static boolean isRoundCount(int index) {
    return index == ENCODED.indexOf("i=") + 2;
  }

  private static String encoded(String rounds, String salt, String hash) {
    return "$pbkdf2-sha256$i=" + rounds + "$" + salt + "$" + hash;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}

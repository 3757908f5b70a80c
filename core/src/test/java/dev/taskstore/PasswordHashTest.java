package dev.taskstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

  @Test
  void onlyThePasswordItselfMatches() {
    PasswordHash hash = PasswordHash.of("correct horse");

    assertThat(hash.matches("correct horse")).isTrue();
    assertThat(hash.matches("correct horse ")).isFalse();
    assertThat(hash.matches("")).isFalse();
    assertThat(PasswordHash.ofEncoded(hash.encoded()).matches("correct horse")).isTrue();
    assertThat(hash.encoded()).startsWith("$pbkdf2-sha256$i=600000$").doesNotContain("horse");
  }

  @Test
  void everyHashHasASaltOfItsOwn() {
    assertThat(PasswordHash.of("same")).isNotEqualTo(PasswordHash.of("same"));
  }

  @Test
  void nothingIsShown() {
    assertThat(PasswordHash.ofEncoded("secret")).hasToString("PasswordHash[***]");
  }

  @Test
  void anEmptyPasswordIsRefused() {
    assertThatThrownBy(() -> PasswordHash.of("")).isInstanceOf(InvalidArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!",
        "",
        "$2a$10$abcdefghijklmnopqrstuv",
        "$pbkdf2-sha256$i=0$AAAA$AAAA",
        "$pbkdf2-sha256$i=99999999$AAAA$AAAA",
        "$pbkdf2-sha256$i=1$A$A",
        "$pbkdf2-sha256$i=1$AAAA$AAAA"
      })
  void whatWasNotMadeHereMatchesNothing(String encoded) {
    assertThat(PasswordHash.ofEncoded(encoded).matches("x")).isFalse();
    assertThat(PasswordHash.locked().matches("!")).isFalse();
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

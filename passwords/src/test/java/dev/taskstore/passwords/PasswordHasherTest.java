package dev.taskstore.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.PasswordHash;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.nio.CharBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {

  private final PasswordHasher hasher = Hashes.cheap().build();

  @Test
  void onlyThePasswordItselfMatches() {
    PasswordHash hash = hasher.hash("correct horse");

    assertThat(hasher.verify("correct horse", hash)).isTrue();
    for (String other : List.of("Correct horse", "correct horse ", "correct hors", "c", "\u00e9")) {
      assertThat(hasher.verify(other, hash)).as(other).isFalse();
    }
    assertThat(hasher.verify("correct horse", PasswordHash.ofEncoded(hash.encoded()))).isTrue();
  }

  @Test
  void theDefaultIsTheMinimumOfOwasp() {
    PasswordHasher defaults = PasswordHasher.defaults();

    PasswordHash hash = defaults.hash("\uD83D\uDE80 p\u00e4ss");

    assertThat(hash.encoded())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(hash.algorithm()).contains("argon2id");
    assertThat(hash).hasToString("PasswordHash[***]");
    assertThat(defaults.needsRehash(hash)).isFalse();
    assertThat(defaults.verify("\uD83D\uDE80 p\u00e4ss", hash)).isTrue();
    assertThat(defaults.verify("? p?ss", hash)).isFalse();
  }

  @Test
  void theLongestHashFitsTheColumn() {
    String longest = "$argon2id$v=19$m=1048576,t=100,p=16$" + "A".repeat(86) + "$" + "A".repeat(86);

    assertThat(longest.length()).isLessThanOrEqualTo(PasswordHash.MAXIMUM_LENGTH);
  }

  @Test
  void everyHashHasASaltOfItsOwn() {
    assertThat(hasher.hash("same")).isNotEqualTo(hasher.hash("same"));
  }

  @Test
  void charactersAreHashedLikeTextAndLeftUnchanged() {
    char[] characters = "p\u00e4ss \uD83D\uDE80".toCharArray();
    PasswordHash hash = hasher.hash(characters);

    assertThat(characters).isEqualTo("p\u00e4ss \uD83D\uDE80".toCharArray());
    assertThat(hasher.verify(characters, hash)).isTrue();
    assertThat(hasher.verify("p\u00e4ss \uD83D\uDE80", hash)).isTrue();
    assertThat(hasher.verify(CharBuffer.wrap(characters), hash)).isTrue();
  }

  @Test
  void accentsAreTheSameHoweverTheyAreTyped() {
    String composed = "caf\u00e9 \u1ec7 \ud55c";
    String decomposed = "cafe\u0301 e\u0323\u0302 \u1112\u1161\u11ab";

    assertThat(hasher.verify(decomposed, hasher.hash(composed))).isTrue();
    assertThat(hasher.verify(composed, hasher.hash(decomposed))).isTrue();
    assertThat(hasher.verify("cafe \u1ec7 \ud55c", hasher.hash(composed))).isFalse();
  }

  @Test
  void charactersThatOnlyLookAlikeRemainDistinct() {
    assertThat(hasher.verify("a b", hasher.hash("a\u00a0b"))).isFalse();
    assertThat(hasher.verify("fi", hasher.hash("\ufb01"))).isFalse();
    assertThat(hasher.verify("A", hasher.hash("\uff21"))).isFalse();
  }

  @Test
  void formerHashesAreVerifiedAndReplaced() {
    PasswordHash former = PasswordHash.ofEncoded(Hashes.FORMER);

    assertThat(hasher.verify("correct horse battery staple", former)).isTrue();
    assertThat(hasher.needsRehash(former)).isTrue();
  }

  @Test
  void hashesOfBcryptAreVerifiedAndReplaced() {
    PasswordHash bcrypt = PasswordHash.ofEncoded(Hashes.BCRYPT);

    assertThat(hasher.verify("abc", bcrypt)).isTrue();
    assertThat(hasher.verify("abd", bcrypt)).isFalse();
    assertThat(hasher.needsRehash(bcrypt)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "19456, 2, 1, false",
    "19456, 3, 1, false",
    "65536, 2, 4, false",
    "19455, 2, 1, true",
    "19456, 1, 1, true",
    "65536, 1, 4, true",
    "12288, 3, 1, true"
  })
  void weakerHashesAreReplaced(int memory, int iterations, int lanes, boolean replaced) {
    String encoded =
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(memory, iterations, lanes, "A".repeat(22), "A".repeat(43));

    assertThat(PasswordHasher.defaults().needsRehash(PasswordHash.ofEncoded(encoded)))
        .isEqualTo(replaced);
  }

  @Test
  void shortSaltsAndHashesAreReplaced() {
    String beginning = "$argon2id$v=19$m=19456,t=2,p=1$";
    PasswordHasher defaults = PasswordHasher.defaults();

    for (String end : new String[] {"$" + "A".repeat(22), "AAAA$" + "A".repeat(42)}) {
      PasswordHash hash = PasswordHash.ofEncoded(beginning + "A".repeat(18) + end);
      assertThat(defaults.needsRehash(hash)).as(end).isTrue();
    }
    assertThat(
            defaults.needsRehash(
                PasswordHash.ofEncoded(beginning + "A".repeat(22) + "$" + "A".repeat(86))))
        .isFalse();
  }

  @Test
  void lockedUsersNeedNoOtherHashAndUnreadableHashesDo() {
    assertThat(hasher.needsRehash(PasswordHash.locked())).isFalse();
    for (String text : new String[] {"", "secret", "$6$rounds=5000$salt$hash", "$argon2id$"}) {
      assertThat(hasher.needsRehash(PasswordHash.ofEncoded(text))).as(text).isTrue();
    }
  }

  @Test
  void aStrongerHasherReplacesTheHashesOfAWeakerOneOnly() {
    PasswordHasher weaker = Hashes.cheap().memoryKib(32).build();
    PasswordHasher stronger = Hashes.cheap().memoryKib(32).iterations(2).parallelism(2).build();
    PasswordHash weak = weaker.hash("correct horse");
    PasswordHash strong = stronger.hash("correct horse");

    assertThat(strong.encoded()).startsWith("$argon2id$v=19$m=32,t=2,p=2$");
    assertThat(stronger.verify("correct horse", weak)).isTrue();
    assertThat(weaker.verify("correct horse", strong)).isTrue();
    assertThat(stronger.needsRehash(weak)).isTrue();
    assertThat(weaker.needsRehash(strong)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "passwd\0", "\0", "passwd\uD83D", "\uDE80", "\uDE80\uD83D"})
  void ambiguousTextsAreNoPasswords(String password) {
    assertThatThrownBy(() -> hasher.hash(password))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("A password must not ")
        .hasMessageNotContaining("passwd");
    assertThatThrownBy(() -> hasher.hash(password.toCharArray()))
        .isInstanceOf(InvalidArgumentException.class);
    for (String hash : List.of(hasher.hash("passwd").encoded(), Hashes.ONE_ROUND, Hashes.BCRYPT)) {
      assertThat(hasher.verify(password, PasswordHash.ofEncoded(hash))).isFalse();
    }
  }

  @Test
  void aPasswordHasAtMostFourThousandNinetySixBytes() {
    for (String longest :
        List.of("a".repeat(4096), "\u00e4".repeat(2048), "\uD83D\uDE80".repeat(1024))) {
      assertThat(hasher.verify(longest, hasher.hash(longest))).isTrue();
      assertThat(hasher.verify(longest + "a", hasher.hash(longest))).isFalse();
      assertThatThrownBy(() -> hasher.hash(longest + "a"))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessage("A password must have at most 4096 bytes in UTF-8. Use a shorter one.");
    }
    assertThatThrownBy(() -> hasher.hash("\u20ac".repeat(1366)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> hasher.hash("\uD83D\uDE80".repeat(3000)))
        .hasMessageContaining("4096 bytes");
  }

  @Test
  void theCostHasBounds() {
    PasswordHasher.Builder builder = PasswordHasher.builder();
    assertRefused("memoryKib must be from 8 to 1048576, not 7.", () -> builder.memoryKib(7));
    assertRefused("memoryKib", () -> builder.memoryKib(1024 * 1024 + 1));
    assertRefused("iterations must be from 1 to 100, not 0.", () -> builder.iterations(0));
    assertRefused("iterations", () -> builder.iterations(101));
    assertRefused("parallelism must be from 1 to 16, not 0.", () -> builder.parallelism(0));
    assertRefused("parallelism", () -> builder.parallelism(17));
    assertRefused("maximumStoredMemoryKib", () -> builder.maximumStoredMemoryKib(7));
    assertRefused("maximumStoredMemoryKib", () -> builder.maximumStoredMemoryKib(1024 * 1024 + 1));
    assertRefused("maximumStoredIterations", () -> builder.maximumStoredIterations(0));
    assertRefused("maximumStoredIterations", () -> builder.maximumStoredIterations(101));
    assertRefused(
        "memoryKib must be from 32 to 1048576, not 31.",
        () -> builder.memoryKib(31).parallelism(4).build());
    PasswordHash hash = builder.memoryKib(32).build().hash("correct horse");
    assertThat(builder.build().verify("correct horse", hash)).isTrue();
  }

  private static void assertRefused(String message, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void oneHasherServesManyThreads() {
    List<PasswordHash> hashes =
        IntStream.range(0, 200).parallel().mapToObj(i -> hasher.hash("password " + i)).toList();

    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .allMatch(i -> hasher.verify("password " + i, hashes.get(i))))
        .isTrue();
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .noneMatch(i -> hasher.verify("password " + i, hashes.get((i + 1) % 200))))
        .isTrue();
  }
}

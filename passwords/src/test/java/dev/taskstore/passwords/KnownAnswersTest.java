package dev.taskstore.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.PasswordHash;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published test vectors. */
class KnownAnswersTest {

  private final PasswordHasher hasher = PasswordHasher.defaults();

  @Test
  void theLibraryComputesTheVectorOfRfc9106() {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .build());
    byte[] tag = new byte[32];
    generator.generateBytes(filled(32, 1), tag);

    assertThat(HexFormat.of().formatHex(tag))
        .as("section 5.3")
        .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  /** RFC 9106 has no vector without a secret; these are of the reference implementation. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "differentpassword $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94"
      })
  void argon2idOfTheReferenceImplementationIsVerified(String password, String encoded) {
    assertThat(hasher.verify(password, PasswordHash.ofEncoded(encoded))).isTrue();
    assertThat(hasher.verify(password + "!", PasswordHash.ofEncoded(encoded))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "passwd " + Hashes.ONE_ROUND,
        "Password $pbkdf2-sha256$i=80000$TmFDbA$TdzY9guYviGDDO5e8icB+WQaRBjQTAQUrv8Ih2s0q1Y"
      })
  void pbkdf2OfRfc7914IsVerified(String password, String encoded) {
    assertThat(hasher.verify(password, PasswordHash.ofEncoded(encoded))).isTrue();
    assertThat(hasher.verify("p" + password, PasswordHash.ofEncoded(encoded))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a $2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
        "abc " + Hashes.BCRYPT,
        "abcdefghijklmnopqrstuvwxyz $2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC"
      })
  void bcryptOfItsFirstJavaLibraryIsVerified(String password, String encoded) {
    for (String version : new String[] {"$2a$", "$2b$", "$2y$"}) {
      PasswordHash hash = PasswordHash.ofEncoded(version + encoded.substring(4));

      assertThat(hasher.verify(password, hash)).as(version).isTrue();
      assertThat(hasher.verify(password + "!", hash)).as(version).isFalse();
    }
  }
}

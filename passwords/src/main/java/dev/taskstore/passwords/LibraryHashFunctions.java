package dev.taskstore.passwords;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The functions of Bouncy Castle and of the Java platform. Stateless and thread-safe. */
final class LibraryHashFunctions implements HashFunctions {

  private static final String PBKDF2 = "PBKDF2WithHmacSHA256";

  @Override
  public byte[] argon2id(byte[] password, byte[] salt, Argon2Cost cost, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.parallelism())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password, hash);
    return hash;
  }

  @Override
  public byte[] pbkdf2(char[] password, byte[] salt, int rounds, int length) {
    PBEKeySpec specification = new PBEKeySpec(password, salt, rounds, length * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(PBKDF2).generateSecret(specification).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks " + PBKDF2 + ".", e);
    } finally {
      specification.clearPassword();
    }
  }

  @Override
  public boolean bcrypt(byte[] password, String encoded) {
    return OpenBSDBCrypt.checkPassword(encoded, password);
  }
}

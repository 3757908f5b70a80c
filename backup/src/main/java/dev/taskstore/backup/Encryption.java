package dev.taskstore.backup;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The encryption of one archive: Tink's streaming AEAD with AES-256-GCM and HKDF, and a key that is
 * derived from a passphrase. The header, which is authenticated, contains what is needed to derive
 * the key again.
 */
final class Encryption {

  /** The iterations of new archives. */
  static final int ITERATIONS = 600_000;

  /** A damaged header must not keep the processor busy for hours. */
  private static final int MAXIMUM_ITERATIONS = 10_000_000;

  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;

  /** The length of the header behind its first bytes. */
  static final int HEADER_BYTES = Integer.BYTES + SALT_BYTES + KEY_BYTES;

  private static final int SEGMENT_BYTES = 1024 * 1024;
  private static final String HKDF = "HmacSha256";

  private final StreamingAead aead;
  private final byte[] header;

  private Encryption(StreamingAead aead, byte[] header) {
    this.aead = aead;
    this.header = header;
  }

  /** Creates an encryption with a random salt. */
  static Encryption create(Passphrase passphrase, int iterations) {
    byte[] salt = randomBytes(SALT_BYTES);
    return of(iterations, salt, derive(passphrase, salt, iterations));
  }

  /** Creates an encryption with a random key, for temporary files. */
  static Encryption ephemeral() {
    return new Encryption(aead(randomBytes(KEY_BYTES)), new byte[0]);
  }

  /**
   * Reads the header of an archive, behind its first bytes.
   *
   * @throws ArchivePassphraseException when the passphrase is wrong
   * @throws IOException when the header is incomplete or damaged
   */
  static Encryption read(DataInputStream in, Passphrase passphrase) throws IOException {
    int iterations = in.readInt();
    if (iterations < 1 || iterations > MAXIMUM_ITERATIONS) {
      throw new IOException("its header is malformed");
    }
    byte[] salt = in.readNBytes(SALT_BYTES);
    byte[] check = in.readNBytes(KEY_BYTES);
    Encryption encryption = of(iterations, salt, derive(passphrase, salt, iterations));
    byte[] expected =
        Arrays.copyOfRange(
            encryption.header, encryption.header.length - KEY_BYTES, encryption.header.length);
    if (!MessageDigest.isEqual(check, expected)) {
      throw new ArchivePassphraseException(
          "The passphrase is wrong, or the header of the archive is damaged. Use the passphrase with"
              + " which the archive was written.",
          null);
    }
    return encryption;
  }

  private static Encryption of(int iterations, byte[] salt, byte[] key) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(header)) {
      out.write(ArchiveFormat.ENCRYPTED);
      out.writeInt(iterations);
      out.write(salt);
      out.write(expand(key, "taskstore archive passphrase check"));
    } catch (IOException e) {
      throw new IllegalStateException("A buffer in memory rejects no bytes", e);
    }
    return new Encryption(aead(expand(key, "taskstore archive encryption")), header.toByteArray());
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] derive(Passphrase passphrase, byte[] salt, int iterations) {
    PBEKeySpec spec =
        new PBEKeySpec(passphrase.characters(), salt, iterations, KEY_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    } finally {
      spec.clearPassword();
    }
  }

  private static byte[] expand(byte[] key, String purpose) {
    try {
      return Hkdf.computeHkdf(
          HKDF, key, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  private static StreamingAead aead(byte[] key) {
    try {
      return new AesGcmHkdfStreaming(key, HKDF, KEY_BYTES, SEGMENT_BYTES, 0);
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  private static IllegalStateException unavailable(GeneralSecurityException e) {
    return new IllegalStateException("Every Java platform has AES-GCM and HMAC-SHA256", e);
  }

  byte[] header() {
    return header.clone();
  }

  /** Returns a stream that encrypts; it does not write the header. */
  OutputStream encrypt(OutputStream out) throws IOException {
    try {
      return aead.newEncryptingStream(out, header);
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  /** Returns a stream that decrypts what follows the header, and fails on damage. */
  InputStream decrypt(InputStream in) throws IOException {
    try {
      return aead.newDecryptingStream(in, header);
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }
}

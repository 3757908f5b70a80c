package dev.taskstore.passwords;

import dev.taskstore.PasswordHash;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id (RFC 9106) and verifies them. Immutable and thread-safe: one
 * instance serves a whole application.
 *
 * <p>The default cost is the minimum of the OWASP Password Storage Cheat Sheet: 19 MiB of memory, 2
 * iterations, 1 lane. Salts have 16 random bytes, hashes 32. A hash takes some tens of milliseconds
 * of processor time and its memory, in the thread of the caller: limit the number of concurrent
 * calls to what the heap allows.
 *
 * <p>Besides its own hashes, {@link #verify} accepts those of PBKDF2 that {@code PasswordHash} of
 * {@code taskstore-core} wrote before this class existed ({@code $pbkdf2-sha256$i=600000$}), those
 * of bcrypt ({@code $2a$}, {@code $2b$}, {@code $2y$}, with a cost of up to 15), and those of
 * Argon2id that other libraries wrote in the PHC string format. Bcrypt compares only the first 72
 * bytes of a password. {@link #needsRehash} is true for outdated hashes.
 *
 * <p><b>Passwords</b> have 1 to {@value #MAXIMUM_PASSWORD_BYTES} bytes in UTF-8, without NUL
 * characters and lone surrogates, which some hash functions cannot distinguish from other text. For
 * Argon2id they are normalized to Unicode Normalization Form C, as the profile OpaqueString of RFC
 * 8265, section 4.2, requires: a letter with an accent is the same on every keyboard. The other
 * rules of that profile are not applied. Hashes of PBKDF2 and bcrypt are compared without
 * normalization, as they were written.
 *
 * <p><b>Timing.</b> {@link #verify} without a hash, with a locked one or with one that it cannot
 * read takes the time of one hash with this hasher's cost, so that it does not reveal whether a
 * user exists. A hash of another algorithm or cost takes another time until it is replaced.
 *
 * <p><b>Limits.</b> A stored hash determines how much memory and time its verification takes.
 * Hashes beyond the limits of {@link Builder#maximumStoredMemoryKib} and {@link
 * Builder#maximumStoredIterations}, with more than 16 lanes, or with more than 2,000,000 rounds of
 * PBKDF2, match no password.
 */
public final class PasswordHasher {

  /** The maximum length of a password in bytes of UTF-8. */
  public static final int MAXIMUM_PASSWORD_BYTES = 4096;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Argon2Cost cost;
  private final Argon2Cost limits;
  private final HashFunctions functions;

  /** What is verified where there is no hash: of no password, as its hash is random. */
  private final Argon2idHash decoy;

  PasswordHasher(Argon2Cost cost, Argon2Cost limits, HashFunctions functions) {
    this.cost = cost;
    this.limits = limits;
    this.functions = functions;
    this.decoy =
        new Argon2idHash(
            cost, randomBytes(Argon2idHash.SALT_BYTES), randomBytes(Argon2idHash.HASH_BYTES));
  }

  /**
   * Returns a hasher with the default cost.
   *
   * @return the hasher
   */
  public static PasswordHasher defaults() {
    return builder().build();
  }

  /**
   * Returns a builder with the default cost.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  private static byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /**
   * Hashes a password with a new random salt.
   *
   * @param password the password
   * @return its hash in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}
   * @throws InvalidArgumentException if the password is empty, has more than {@value
   *     #MAXIMUM_PASSWORD_BYTES} bytes in UTF-8, or contains a NUL character or a lone surrogate.
   *     The message does not contain it
   */
  public PasswordHash hash(CharSequence password) {
    try (Password valid = Password.of(password)) {
      byte[] salt = randomBytes(Argon2idHash.SALT_BYTES);
      return PasswordHash.ofEncoded(Argon2idHash.of(valid, salt, cost, functions).encoded());
    }
  }

  /**
   * Hashes a password with a new random salt. The caller can erase the password afterwards; this
   * hasher keeps no copy of it. Only a password with characters from U+0300 on is copied to a
   * {@link String} for its normalization.
   *
   * @param password the password, which is not changed
   * @return its hash in the PHC string format
   * @throws InvalidArgumentException as {@link #hash(CharSequence)}
   */
  public PasswordHash hash(char[] password) {
    return hash(CharBuffer.wrap(password));
  }

  /**
   * Returns whether a hash is that of a password.
   *
   * @param password the password
   * @param hash the hash, or null if there is none, for example because the user does not exist
   * @return true if the password matches; false if it does not, if the hash is null, locked,
   *     malformed or beyond the limits, or if the password is one that {@link #hash} refuses. Only
   *     in the last case the result is immediate
   */
  public boolean verify(CharSequence password, @Nullable PasswordHash hash) {
    Objects.requireNonNull(password, "password");
    try (Password valid = Password.ofValid(password)) {
      if (valid == null) {
        return false;
      }
      StoredHash stored = hash == null ? null : parse(hash);
      boolean matches = (stored == null ? decoy : stored).matches(valid, functions);
      return matches && stored != null;
    }
  }

  /**
   * Returns whether a hash is that of a password. The caller can erase the password afterwards, as
   * with {@link #hash(char[])}.
   *
   * @param password the password, which is not changed
   * @param hash the hash, or null if there is none
   * @return as {@link #verify(CharSequence, PasswordHash)}
   */
  public boolean verify(char[] password, @Nullable PasswordHash hash) {
    return verify(CharBuffer.wrap(password), hash);
  }

  /**
   * Returns whether a hash should be replaced by a new one as soon as the password is known, that
   * is after {@link #verify} has returned true. Does not compute a hash.
   *
   * @param hash the hash
   * @return false if the hash is locked, or if it is one of Argon2id with at least the memory and
   *     the iterations of this hasher, a salt of 16 bytes and a hash of 32; else true
   */
  public boolean needsRehash(PasswordHash hash) {
    if (hash.isLocked()) {
      return false;
    }
    StoredHash stored = parse(hash);
    return stored == null || !stored.isAsStrongAs(cost);
  }

  private @Nullable StoredHash parse(PasswordHash hash) {
    String encoded = hash.encoded();
    StoredHash argon2id = Argon2idHash.parse(encoded, limits);
    if (argon2id != null) {
      return argon2id;
    }
    StoredHash pbkdf2 = Pbkdf2Hash.parse(encoded);
    return pbkdf2 != null ? pbkdf2 : BcryptHash.parse(encoded);
  }

  /**
   * Sets the cost of new hashes and the limits of stored ones. Not thread-safe.
   *
   * <p>The OWASP cheat sheet lists combinations of equal strength: 46 MiB and 1 iteration, 19 MiB
   * and 2, 12 MiB and 3, 9 MiB and 4, 7 MiB and 5. A cost below them is for tests only.
   */
  public static final class Builder {

    private static final int MAXIMUM_MEMORY_KIB = 1024 * 1024;
    private static final int MAXIMUM_ITERATIONS = 100;

    private int memoryKib = 19 * 1024;
    private int iterations = 2;
    private int parallelism = 1;
    private int maximumStoredMemoryKib = 64 * 1024;
    private int maximumStoredIterations = 10;

    private Builder() {}

    /**
     * Sets the memory of a hash. By default, 19,456 KiB (19 MiB).
     *
     * @param kibibytes the memory in KiB: 8 for each lane to 1,048,576 (1 GiB)
     * @return this builder
     * @throws InvalidArgumentException if the number is out of range
     */
    public Builder memoryKib(int kibibytes) {
      memoryKib =
          inRange(
              "memoryKib", kibibytes, Argon2Cost.MINIMUM_MEMORY_KIB_PER_LANE, MAXIMUM_MEMORY_KIB);
      return this;
    }

    /**
     * Sets the number of passes over the memory. By default, 2.
     *
     * @param passes the number, 1 to 100
     * @return this builder
     * @throws InvalidArgumentException if the number is out of range
     */
    public Builder iterations(int passes) {
      iterations = inRange("iterations", passes, 1, MAXIMUM_ITERATIONS);
      return this;
    }

    /**
     * Sets the number of lanes. By default, 1. The lanes of a hash are computed one after the
     * other, in the thread of the caller: more of them do not make it faster.
     *
     * @param lanes the number, 1 to 16
     * @return this builder
     * @throws InvalidArgumentException if the number is out of range
     */
    public Builder parallelism(int lanes) {
      parallelism = inRange("parallelism", lanes, 1, Argon2Cost.MAXIMUM_PARALLELISM);
      return this;
    }

    /**
     * Sets the most memory that the verification of a stored hash may take. By default, 65,536 KiB
     * (64 MiB). Never less than the memory of new hashes.
     *
     * @param kibibytes the memory in KiB: 8 to 1,048,576 (1 GiB)
     * @return this builder
     * @throws InvalidArgumentException if the number is out of range
     */
    public Builder maximumStoredMemoryKib(int kibibytes) {
      maximumStoredMemoryKib =
          inRange(
              "maximumStoredMemoryKib",
              kibibytes,
              Argon2Cost.MINIMUM_MEMORY_KIB_PER_LANE,
              MAXIMUM_MEMORY_KIB);
      return this;
    }

    /**
     * Sets the most iterations of Argon2id that the verification of a stored hash may take. By
     * default, 10. Never less than those of new hashes.
     *
     * @param passes the number, 1 to 100
     * @return this builder
     * @throws InvalidArgumentException if the number is out of range
     */
    public Builder maximumStoredIterations(int passes) {
      maximumStoredIterations = inRange("maximumStoredIterations", passes, 1, MAXIMUM_ITERATIONS);
      return this;
    }

    /**
     * Returns a hasher with these settings.
     *
     * @return the hasher
     * @throws InvalidArgumentException if the memory is less than 8 KiB for each lane
     */
    public PasswordHasher build() {
      return build(new LibraryHashFunctions());
    }

    PasswordHasher build(HashFunctions functions) {
      inRange(
          "memoryKib",
          memoryKib,
          Argon2Cost.MINIMUM_MEMORY_KIB_PER_LANE * parallelism,
          MAXIMUM_MEMORY_KIB);
      return new PasswordHasher(
          new Argon2Cost(memoryKib, iterations, parallelism),
          new Argon2Cost(
              Math.max(memoryKib, maximumStoredMemoryKib),
              Math.max(iterations, maximumStoredIterations),
              Argon2Cost.MAXIMUM_PARALLELISM),
          functions);
    }

    private static int inRange(String name, int value, int minimum, int maximum) {
      if (value < minimum || value > maximum) {
        throw new InvalidArgumentException(
            name + " must be from " + minimum + " to " + maximum + ", not " + value + ".",
            FailureContext.NONE);
      }
      return value;
    }
  }
}

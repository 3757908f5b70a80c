package dev.taskstore.passwords;

/**
 * The functions that take the time of a hash. Tests count their calls. Implementations are
 * thread-safe.
 */
interface HashFunctions {

  /** Computes Argon2id of version 19 (0x13): RFC 9106. */
  byte[] argon2id(byte[] password, byte[] salt, Argon2Cost cost, int length);

  /** Computes PBKDF2 (RFC 8018) with HMAC-SHA-256 of the UTF-8 form of a password. */
  byte[] pbkdf2(char[] password, byte[] salt, int rounds, int length);

  /**
   * Verifies a password with bcrypt.
   *
   * @param encoded a valid hash of bcrypt
   */
  boolean bcrypt(byte[] password, String encoded);
}

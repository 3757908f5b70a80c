package dev.taskstore.passwords;

/** A hash that can be verified. Immutable. */
sealed interface StoredHash permits Argon2idHash, BcryptHash, Pbkdf2Hash {

  /** Hashes a password in the same way, once, and compares the results in constant time. */
  boolean matches(Password password, HashFunctions functions);

  /** Returns whether this hash is as strong as a new one with the given cost. */
  boolean isAsStrongAs(Argon2Cost cost);
}

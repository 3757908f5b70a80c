package dev.taskstore.passwords;

/** Hashes and hashers of tests. */
final class Hashes {

  /** PBKDF2 with 600,000 rounds of {@code correct horse battery staple}: the former default. */
  static final String FORMER =
      "$pbkdf2-sha256$i=600000$wmORb46sudHdoz+nNtxqlg$"
          + "huyuP8gIaT3iij/woMzsgoqeZ9zQlt6E6/XYrnMtHs8";

  /** PBKDF2 with one round of {@code passwd}: RFC 7914, section 11. */
  static final String ONE_ROUND =
      "$pbkdf2-sha256$i=1$c2FsdA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw";

  /** Bcrypt of {@code abc}: test vectors of jBCrypt. */
  static final String BCRYPT = "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";

  private Hashes() {}

  /** Returns a builder of hashers that take less than a millisecond. */
  static PasswordHasher.Builder cheap() {
    return PasswordHasher.builder().memoryKib(16).iterations(1);
  }
}

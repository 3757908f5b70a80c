package dev.taskstore.passwords;

import java.util.ArrayList;
import java.util.List;

/** Computes hashes and records which. Not thread-safe. */
final class CountingHashFunctions implements HashFunctions {

  private final HashFunctions functions = new LibraryHashFunctions();
  private final List<String> calls = new ArrayList<>();

  @Override
  public byte[] argon2id(byte[] password, byte[] salt, Argon2Cost cost, int length) {
    calls.add(
        "%s of %d bytes with a salt of %d: %d"
            .formatted(cost, password.length, salt.length, length));
    return functions.argon2id(password, salt, cost, length);
  }

  @Override
  public byte[] pbkdf2(char[] password, byte[] salt, int rounds, int length) {
    calls.add("PBKDF2 with %d rounds".formatted(rounds));
    return functions.pbkdf2(password, salt, rounds, length);
  }

  @Override
  public boolean bcrypt(byte[] password, String encoded) {
    calls.add("bcrypt");
    return functions.bcrypt(password, encoded);
  }

  /** Returns the calls since the last time, in their order. */
  List<String> drain() {
    List<String> drained = List.copyOf(calls);
    calls.clear();
    return drained;
  }
}

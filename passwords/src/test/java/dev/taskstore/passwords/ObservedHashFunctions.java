package dev.taskstore.passwords;

/** Runs an action before the first hash of Argon2id. */
final class ObservedHashFunctions implements HashFunctions {

  private final HashFunctions functions = new LibraryHashFunctions();
  private final Runnable action;
  private boolean done;

  ObservedHashFunctions(Runnable action) {
    this.action = action;
  }

  @Override
  public byte[] argon2id(byte[] password, byte[] salt, Argon2Cost cost, int length) {
    if (!done) {
      done = true;
      action.run();
    }
    return functions.argon2id(password, salt, cost, length);
  }

  @Override
  public byte[] pbkdf2(char[] password, byte[] salt, int rounds, int length) {
    return functions.pbkdf2(password, salt, rounds, length);
  }

  @Override
  public boolean bcrypt(byte[] password, String encoded) {
    return functions.bcrypt(password, encoded);
  }
}

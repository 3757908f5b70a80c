package dev.taskstore.examples.console;

/** What the program tells the shell; {@code --help} lists them. */
final class ExitCode {

  static final int OK = 0;
  static final int FAILURE = 1;
  static final int USAGE = 2;
  static final int NOT_FOUND = 3;
  static final int REFUSED = 4;
  static final int DATABASE = 5;
  static final int DRIFT = 6;

  private ExitCode() {}
}

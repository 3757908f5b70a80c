package dev.taskstore.examples.console;

/** The exit codes, which {@code --help} lists. */
final class ExitCode {

  static final int OK = 0;
  static final int FAILURE = 1;
  static final int USAGE = 2;
  static final int NOT_FOUND = 3;
  static final int REJECTED = 4;
  static final int DATABASE = 5;
  static final int DRIFT = 6;

  private ExitCode() {}
}

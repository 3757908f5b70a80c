package dev.taskstore.examples.console;

/** A file format for import and export. */
enum FileFormat {
  /** A JSON array of issues, as in GitHub's REST API. */
  GITHUB("github"),
  /** The todo.txt format: one task per line. */
  TODO_TXT("todo.txt");

  private final String literal;

  FileFormat(String literal) {
    this.literal = literal;
  }

  String literal() {
    return literal;
  }

  /** Returns the format for a file name: {@code .txt} is todo.txt, everything else is GitHub. */
  static FileFormat of(String fileName) {
    return fileName.endsWith(".txt") ? TODO_TXT : GITHUB;
  }
}

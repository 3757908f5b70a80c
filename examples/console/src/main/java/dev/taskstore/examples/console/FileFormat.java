package dev.taskstore.examples.console;

/** A format of files that tasks come from and go to. */
enum FileFormat {
  /** The shape in which GitHub's REST API lists issues. */
  GITHUB("github"),
  /** A line for each task. */
  TODO_TXT("todo.txt");

  private final String literal;

  FileFormat(String literal) {
    this.literal = literal;
  }

  String literal() {
    return literal;
  }

  /** The format that a file's name suggests: JSON is GitHub's. */
  static FileFormat of(String fileName) {
    return fileName.endsWith(".txt") ? TODO_TXT : GITHUB;
  }
}

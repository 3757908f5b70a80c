package dev.taskstore.bench.scopes;

import dev.taskstore.bench.DatabaseKind;
import java.util.Arrays;
import java.util.List;

/** The ways to the rows of a user. */
enum Access {
  STORE("store"),
  SCOPE("scope"),
  POLICIES("scope with policies");

  private final String title;

  Access(String title) {
    this.title = title;
  }

  /** Returns the name in tables and files. */
  String title() {
    return title;
  }

  /** Returns what a database supports. */
  static List<Access> of(DatabaseKind kind) {
    return Arrays.stream(values())
        .filter(access -> access != POLICIES || kind == DatabaseKind.POSTGRES)
        .toList();
  }
}

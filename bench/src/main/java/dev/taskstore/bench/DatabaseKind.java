package dev.taskstore.bench;

import java.util.Locale;

/** The databases of the comparison. */
public enum DatabaseKind {
  SQLITE("SQLite"),
  POSTGRES("PostgreSQL");

  private final String title;

  DatabaseKind(String title) {
    this.title = title;
  }

  /** Returns the name in tables. */
  public String title() {
    return title;
  }

  /** Returns the name in settings and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the database with a name in settings. */
  public static DatabaseKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}

package dev.taskstore.bench;

import java.util.Locale;

/** Where the work is done. */
public enum DatabaseKind {
  SQLITE("SQLite"),
  POSTGRES("PostgreSQL");

  private final String title;

  DatabaseKind(String title) {
    this.title = title;
  }

  /** The name in tables. */
  public String title() {
    return title;
  }

  /** The name in settings and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this name in settings. */
  public static DatabaseKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}

package dev.taskstore.codegen;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The databases from which the generator reads a schema. */
public enum SchemaDatabase {
  /** SQLite, in memory. */
  SQLITE("SQLite"),
  /** PostgreSQL, in an empty schema of a server. */
  POSTGRESQL("PostgreSQL");

  private final String title;

  SchemaDatabase(String title) {
    this.title = title;
  }

  /**
   * Finds a database.
   *
   * @param name Liquibase's short name of the database, such as {@code postgresql}
   * @return the database
   * @throws GenerationException if the generator does not read that database
   */
  public static SchemaDatabase named(String name) {
    return Arrays.stream(values())
        .filter(database -> database.shortName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new GenerationException(
                    "databases has \""
                        + name
                        + "\", from which the generator does not read schemas; use "
                        + Arrays.stream(values())
                            .map(SchemaDatabase::shortName)
                            .collect(Collectors.joining(" or "))
                        + "."));
  }

  /**
   * Returns Liquibase's name of the database.
   *
   * @return the name, in lower case
   */
  public String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the name of the database in messages.
   *
   * @return the name
   */
  public String title() {
    return title;
  }
}

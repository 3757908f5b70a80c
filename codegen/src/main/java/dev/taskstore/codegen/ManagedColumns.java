package dev.taskstore.codegen;

import java.util.Objects;

/**
 * The names of the columns that the repositories fill in by themselves. A column counts as managed
 * when it has the name, is NOT NULL and is not part of the primary key; the two times must be
 * instants and the version a bigint.
 *
 * @param createdAt the column that holds the time of the insert
 * @param updatedAt the column that holds the time of the last change
 * @param version the column that optimistic locking compares
 */
public record ManagedColumns(String createdAt, String updatedAt, String version) {

  /** The names {@code created_at}, {@code updated_at} and {@code version}. */
  public static final ManagedColumns DEFAULT =
      new ManagedColumns("created_at", "updated_at", "version");

  /** Checks that no name is null. */
  public ManagedColumns {
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(updatedAt, "updatedAt");
    Objects.requireNonNull(version, "version");
  }
}

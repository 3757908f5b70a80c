package dev.taskstore.codegen;

import java.util.Objects;

/**
 * The names of the columns that the repositories set. A column is managed if it has one of the
 * names, is NOT NULL and is not part of the primary key. The two times must be instants and the
 * version a bigint.
 *
 * @param createdAt the column for the time of the insert
 * @param updatedAt the column for the time of the last update
 * @param version the column for optimistic locking
 */
public record ManagedColumns(String createdAt, String updatedAt, String version) {

  /** The names {@code created_at}, {@code updated_at} and {@code version}. */
  public static final ManagedColumns DEFAULT =
      new ManagedColumns("created_at", "updated_at", "version");

  /** Rejects null. */
  public ManagedColumns {
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(updatedAt, "updatedAt");
    Objects.requireNonNull(version, "version");
  }
}

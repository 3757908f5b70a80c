package dev.taskstore.codegen.changelog;

import java.util.Objects;

/**
 * Identifies a changeset, as Liquibase does.
 *
 * @param file the path of the changelog file
 * @param id the id of the changeset
 * @param author the author of the changeset
 */
public record ChangeSetKey(String file, String id, String author) {

  /** Rejects null. */
  public ChangeSetKey {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(author, "author");
  }

  /**
   * Describes the changeset in a message.
   *
   * @return the file and the id, such as {@code db/notes.xml (changeset 1)}
   */
  public String describe() {
    return file + " (changeset " + id + ")";
  }
}

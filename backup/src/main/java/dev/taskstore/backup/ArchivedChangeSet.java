package dev.taskstore.backup;

/**
 * A changeset that was applied to the database of an archive. Immutable.
 *
 * @param file the file of the changelog that contains it
 * @param id its identifier, unique in combination with author and file
 * @param author its author
 */
public record ArchivedChangeSet(String file, String id, String author) {

  /** Returns the changeset in the form of Liquibase's messages. */
  @Override
  public String toString() {
    return file + "::" + id + "::" + author;
  }
}

package dev.taskstore.codegen.changelog;

/**
 * The changeset that brought a table or a column.
 *
 * @param file the file that the changeset stands in
 * @param id the id of the changeset
 */
public record ChangeSetOrigin(String file, String id) {

  /**
   * The changeset as words of a sentence.
   *
   * @return the file and the changeset
   */
  public String describe() {
    return file + " (changeset " + id + ")";
  }
}

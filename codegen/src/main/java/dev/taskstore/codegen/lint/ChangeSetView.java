package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.DataMark;
import java.util.List;

/**
 * A changeset, limited to what runs on one kind of database.
 *
 * @param file the path of its changelog file
 * @param id its id
 * @param author its author
 * @param transactional whether it runs in a transaction
 * @param changes the changes that run on the database
 * @param rollback the changes of its {@code <rollback>} that run on the database, including an
 *     empty one
 * @param permissions the permissions in its comment
 * @param marks the marks of personal data in its comment
 */
record ChangeSetView(
    String file,
    String id,
    String author,
    boolean transactional,
    List<ChangeView> changes,
    List<ChangeView> rollback,
    List<Permission> permissions,
    List<DataMark> marks) {

  ChangeSetKey key() {
    return new ChangeSetKey(file, id, author);
  }
}

package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import java.util.List;

/**
 * A changeset as one database sees it.
 *
 * @param file the path of its changelog file
 * @param id its id
 * @param author its author
 * @param transactional whether it runs in a transaction
 * @param changes the changes that the database runs
 * @param rollback the changes of its {@code <rollback>} that the database runs, an empty one among
 *     them
 * @param permissions what its comment allows
 */
record ChangeSetView(
    String file,
    String id,
    String author,
    boolean transactional,
    List<ChangeView> changes,
    List<ChangeView> rollback,
    List<Permission> permissions) {

  ChangeSetKey key() {
    return new ChangeSetKey(file, id, author);
  }
}

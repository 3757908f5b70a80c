package dev.taskstore.codegen.changelog;

import java.util.List;
import java.util.Optional;
import liquibase.ContextExpression;
import liquibase.Contexts;

/**
 * The statements that Liquibase sends to one kind of database for a changeset.
 *
 * @param file the path of its changelog file, with slashes
 * @param id its id, unique together with author and file
 * @param author its author
 * @param comment the text of its {@code comment}; empty when it has none
 * @param contexts its context expression; empty when it always runs
 * @param databases the databases that it is limited to, as written; empty for all
 * @param up the statements that apply it, in order, without semicolons; empty when it does not run
 *     on this kind of database
 * @param down the statements that roll it back, in order; empty when it has no rollback
 */
public record ScriptedChangeSet(
    String file,
    String id,
    String author,
    String comment,
    String contexts,
    String databases,
    List<String> up,
    Optional<List<String>> down) {

  /** Copies the lists. */
  public ScriptedChangeSet {
    up = List.copyOf(up);
    down = down.map(List::copyOf);
  }

  /**
   * Returns whether the changeset runs in the given contexts.
   *
   * @param wanted the contexts; if empty, only changesets without a context run
   * @return whether Liquibase would run it
   */
  public boolean runsIn(List<String> wanted) {
    return contexts.isEmpty()
        || (!wanted.isEmpty() && new ContextExpression(contexts).matches(new Contexts(wanted)));
  }

  /**
   * Returns the identity of the changeset.
   *
   * @return file, id and author
   */
  public ChangeSetKey key() {
    return new ChangeSetKey(file, id, author);
  }
}

package dev.taskstore.codegen.changelog;

import java.util.List;
import java.util.Optional;
import liquibase.ContextExpression;
import liquibase.Contexts;

/**
 * A changeset as one kind of database gets it.
 *
 * @param file the file that it stands in, with slashes
 * @param id its identifier, unique together with author and file
 * @param author its author
 * @param comment what its {@code comment} says, empty when it has none
 * @param contexts the expression of contexts in which it runs, empty when it runs always
 * @param databases the databases that it is limited to, as it is written, empty for all
 * @param up the statements that apply it, without semicolons, in their order; empty when it does
 *     not run on this kind of database
 * @param down the statements that take it back, in their order; nothing when it cannot be taken
 *     back
 */
public record ChangeSetScript(
    String file,
    String id,
    String author,
    String comment,
    String contexts,
    String databases,
    List<String> up,
    Optional<List<String>> down) {

  /** Copies the lists. */
  public ChangeSetScript {
    up = List.copyOf(up);
    down = down.map(List::copyOf);
  }

  /**
   * Says whether the changeset runs in some contexts.
   *
   * @param wanted the contexts; none means that only what runs always is asked for
   * @return whether Liquibase would run it
   */
  public boolean runsIn(List<String> wanted) {
    return contexts.isEmpty()
        || (!wanted.isEmpty() && new ContextExpression(contexts).matches(new Contexts(wanted)));
  }

  /**
   * What tells the changeset from all others of its changelog.
   *
   * @return file, identifier and author
   */
  public String key() {
    return file + "::" + id + "::" + author;
  }
}

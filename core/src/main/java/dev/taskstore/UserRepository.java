package dev.taskstore;

import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.KeysetQuery;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Session;
import dev.taskstore.db.personal.DataSubject;
import dev.taskstore.db.personal.ErasedRows;
import dev.taskstore.schema.PersonalData;
import dev.taskstore.schema.UserRepositoryBase;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The repository of users. Thread-safe if its session is: that of a {@link TaskStore} is, that of a
 * {@link TaskTransaction} is not.
 */
public class UserRepository extends UserRepositoryBase {

  private static final KeysetQuery BY_NAME =
      KeysetQuery.from(USERS).orderBy(KeysetOrder.ascending(USERS.USERNAME));

  /**
   * Creates the repository, for a subclass with queries of the application or for a session whose
   * schema has more tables.
   *
   * @param session the database, scope or transaction on which it runs
   */
  public UserRepository(Session session) {
    super(session);
  }

  /**
   * Lists the names of users in their order, for example to choose an assignee. In a scope of one
   * user, this is the user only: call it on the store, or in a scope with all rows.
   *
   * @param request the request for a page
   * @return the page
   */
  public Page<UserName> listNames(PageRequest request) {
    Page<User> users = page(BY_NAME, request);
    return new Page<>(
        users.items().stream().map(UserRepository::nameOf).toList(),
        users.next(),
        users.previous());
  }

  /**
   * Finds the names of users, for example of the users and assignees of a page of tasks. In a scope
   * of one user, no other user is found: call it on the store, or in a scope with all rows.
   *
   * @param ids the identifiers of the users
   * @return the names of the users that exist, in the order of the identifiers
   */
  public List<UserName> findNames(Collection<UUID> ids) {
    return findAllById(ids).stream().map(UserRepository::nameOf).toList();
  }

  private static UserName nameOf(User user) {
    return new UserName(user.id(), user.username());
  }

  /**
   * Writes all that is stored of a user as JSON in UTF-8: the user without the password hash, the
   * user's tasks and the tasks that are assigned to the user, their links to tags and these tags,
   * and the shares of these tasks and with the user. The document has the format of {@link
   * DataSubject#export}: equal data gives the same bytes on every dialect. All rows are of one
   * snapshot, and only a few are in memory at a time.
   *
   * @param id the identifier of the user
   * @param out receives the document; flushed, not closed
   * @throws dev.taskstore.db.exception.EntityNotFoundException if the user does not exist; nothing
   *     is then written
   * @throws IOException if the stream throws it. After any exception, the document is incomplete
   *     and not valid JSON
   */
  public void exportPersonalData(UUID id, OutputStream out) throws IOException {
    subject(id).following(TASKS.ASSIGNEE_ID).export(out);
  }

  /**
   * Deletes a user, the user's tasks, their links to tags and their shares, and the shares with the
   * user, all of them or none. Tags remain. Tasks of others that were assigned to the user have no
   * assignee afterwards. If no tasks may be lost, give them to another user first.
   *
   * <p>{@link DataSubject#erase} states the isolation level and what the database keeps.
   *
   * @param id the identifier of the user
   * @return the number of deleted rows of {@code users}, {@code tasks}, {@code task_shares} and
   *     {@code task_tags}
   * @throws dev.taskstore.db.exception.EntityNotFoundException if the user does not exist
   */
  public ErasedRows erase(UUID id) {
    return subject(id).erase();
  }

  private DataSubject subject(UUID id) {
    return DataSubject.of(session(), PersonalData.MAP, USERS.ID, id);
  }
}

package dev.taskstore;

import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.db.Session;
import dev.taskstore.db.personal.DataSubject;
import dev.taskstore.db.personal.ErasedRows;
import dev.taskstore.schema.PersonalData;
import dev.taskstore.schema.UserRepositoryBase;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/**
 * The repository of users. Thread-safe if its session is: that of a {@link TaskStore} is, that of a
 * {@link TaskTransaction} is not.
 */
public final class UserRepository extends UserRepositoryBase {

  UserRepository(Session session) {
    super(session);
  }

  /**
   * Writes all that is stored of a user as JSON in UTF-8: the user without the password hash, the
   * user's tasks, their links to tags and these tags. The document has the format of {@link
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
    subject(id).export(out);
  }

  /**
   * Deletes a user, the user's tasks and their links to tags, all of them or none. Tags remain. If
   * no tasks may be lost, give them to another user first.
   *
   * <p>{@link DataSubject#erase} states the isolation level and what the database keeps.
   *
   * @param id the identifier of the user
   * @return the number of deleted rows of {@code users}, {@code tasks} and {@code task_tags}
   * @throws dev.taskstore.db.exception.EntityNotFoundException if the user does not exist
   */
  public ErasedRows erase(UUID id) {
    return subject(id).erase();
  }

  private DataSubject subject(UUID id) {
    return DataSubject.of(session(), PersonalData.MAP, USERS.ID, id);
  }
}

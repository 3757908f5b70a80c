package dev.taskstore.examples.formats;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Selection;
import dev.taskstore.db.TransactionOptions;
import java.io.IOException;
import java.util.Optional;
import org.jooq.Condition;

/** Exports a consistent snapshot of the tasks of a session, oldest first. */
public final class TaskExporter {

  private static final KeysetOrder OLDEST_FIRST = KeysetOrder.ascending(TASKS.CREATED_AT, TASKS.ID);

  private TaskExporter() {}

  /**
   * Exports tasks.
   *
   * @param session the store, or a scope
   * @param condition selects the tasks
   * @param writer the destination; this method does not finish it
   * @param progress receives the progress
   * @return the number of exported tasks
   * @throws IOException if the writer fails
   */
  public static long run(
      TaskSession session, Condition condition, TaskWriter writer, Progress progress)
      throws IOException {
    TransactionOptions snapshot = TransactionOptions.defaults().readOnly().withoutRetry();
    return session.<Long, IOException>transactionResult(
        snapshot,
        tx -> {
          Selection<Task> tasks = tx.tasks().where(condition);
          long total = tasks.count();
          long done = 0;
          Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.MAXIMUM_SIZE));
          while (request.isPresent()) {
            Page<Task> page = tasks.page(request.get(), OLDEST_FIRST);
            for (TaskDetails details : TaskDetails.of(tx, page.items())) {
              writer.write(details);
            }
            done += page.items().size();
            progress.report(done, total);
            request = page.next();
          }
          return done;
        });
  }
}

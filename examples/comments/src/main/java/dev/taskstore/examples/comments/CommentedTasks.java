package dev.taskstore.examples.comments;

import static dev.taskstore.examples.comments.schema.Tables.COMMENTS;
import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.Task;
import dev.taskstore.TaskRepository;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.KeysetQuery;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Session;
import org.jooq.impl.DSL;

// tag::subclass[]
/** The repository of tasks with a query of the application. */
final class CommentedTasks extends TaskRepository {

  private static final KeysetQuery WITHOUT_COMMENTS =
      KeysetQuery.from(TASKS)
          .where(DSL.notExists(DSL.selectOne().from(COMMENTS).where(COMMENTS.TASK_ID.eq(TASKS.ID))))
          .orderBy(KeysetOrder.ascending(TASKS.CREATED_AT, TASKS.ID));

  CommentedTasks(Session session) {
    super(session);
  }

  /** Lists the tasks that nobody has commented on, oldest first. */
  Page<Task> findWithoutComments(PageRequest request) {
    return page(WITHOUT_COMMENTS, request);
  }
}

// end::subclass[]

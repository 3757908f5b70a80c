package dev.taskstore.examples.web.statistics;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStatus;
import dev.taskstore.UserStatistics;
import dev.taskstore.db.TransactionOptions;
import java.time.Clock;
import java.util.UUID;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Counts tasks within a scope. Thread-safe. */
@Component
public class StatisticsReader {

  private static final Condition OPEN = TASKS.STATUS.ne(TaskStatus.COMPLETED);

  private final Clock clock;

  StatisticsReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts the tasks of a user.
   *
   * @param scope the scope of the user
   * @param userId the user
   * @return the counts, all of the same moment where the isolation level of the database permits it
   */
  public Statistics read(TaskScope scope, UUID userId) {
    return scope.transactionResult(
        TransactionOptions.defaults().readOnly(),
        transaction -> {
          Statistics.Own own =
              transaction.tasks().statisticsByUser().stream()
                  .filter(user -> user.userId().equals(userId))
                  .findFirst()
                  .map(StatisticsReader::own)
                  .orElse(new Statistics.Own(0, 0, 0, 0));
          return new Statistics(
              own,
              transaction.tasks().where(OPEN.and(TASKS.DUE_AT.lt(clock.instant()))).count(),
              transaction.tasks().where(OPEN.and(TASKS.ASSIGNEE_ID.eq(userId))).count(),
              transaction.tasks().where(TASKS.USER_ID.ne(userId)).count(),
              transaction.tasks().where(OPEN.and(priority(TaskPriority.HIGH))).count(),
              transaction.tasks().where(OPEN.and(priority(TaskPriority.MEDIUM))).count(),
              transaction.tasks().where(OPEN.and(priority(TaskPriority.LOW))).count());
        });
  }

  private static Condition priority(TaskPriority priority) {
    return TASKS.PRIORITY.eq(priority);
  }

  private static Statistics.Own own(UserStatistics user) {
    return new Statistics.Own(user.total(), user.pending(), user.inProgress(), user.completed());
  }
}

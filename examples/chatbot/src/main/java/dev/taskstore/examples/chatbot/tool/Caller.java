package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.TaskScope;
import dev.taskstore.TaskTransaction;
import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.TransactionOptions;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * Who calls a tool.
 *
 * @param userId the user
 * @param scope the rows that the user may see and change
 * @param now the time of the call
 */
public record Caller(UUID userId, TaskScope scope, Instant now) {

  private static final TransactionOptions SNAPSHOT =
      TransactionOptions.defaults().readOnly().isolation(IsolationLevel.REPEATABLE_READ);

  /** Returns what a block reads of one state of the database. */
  <T> T read(Function<TaskTransaction, T> block) {
    return scope.transactionResult(SNAPSHOT, block::apply);
  }
}

package dev.taskstore.examples.chatbot.mcp;

import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseSealedException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.examples.chatbot.tool.ArgumentException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a model reads when a whole call fails: what is wrong, and what to do next. Details of
 * unexpected failures are logged only.
 */
final class FailureTexts {

  private static final Logger LOG = LoggerFactory.getLogger(FailureTexts.class);

  /** What the SDK writes before the messages of the validator. */
  private static final Pattern PREFIX =
      Pattern.compile("Validation failed: JSON schema validation errors: \\[(.*)]", Pattern.DOTALL);

  private FailureTexts() {}

  /** Returns the text for arguments that a schema or a tool refuses. */
  static String ofArguments(String tool, String reason) {
    return "Invalid arguments of "
        + tool
        + ": "
        + sentence(reason)
        + " Nothing was changed. Correct the arguments and call "
        + tool
        + " again.";
  }

  private static String sentence(String reason) {
    Matcher prefixed = PREFIX.matcher(reason);
    // A path is empty if the arguments as a whole are refused.
    String text = prefixed.matches() ? prefixed.group(1).replaceAll("(^|, ): ", "$1") : reason;
    return text.endsWith(".") ? text : text + ".";
  }

  static String of(String operation, RuntimeException failure) {
    if (failure instanceof ArgumentException || failure instanceof InvalidArgumentException) {
      return ofArguments(operation, failure.getMessage());
    }
    LOG.warn("{} failed", operation, failure);
    if (failure instanceof CommitOutcomeUnknownException) {
      return "The connection to the database was lost while changes were saved. Call find-tasks to see"
          + " whether they were saved before trying again.";
    } else if (failure instanceof TransientFailureException
        || failure instanceof ConnectionLostException
        || failure instanceof DatabaseTimeoutException) {
      return "The database is busy or cannot be reached. Items of a batch before the failure may be"
          + " done: call find-tasks, then try the rest again later.";
    } else if (failure instanceof ReadOnlyTransactionException
        || failure instanceof DatabaseSealedException) {
      return "The database is read-only at present. Reading works. Inform the user.";
    } else if (failure instanceof StorageFullException) {
      return "The disk of the database is full. Reading works. Inform the user.";
    } else if (failure instanceof ForeignKeyViolationException) {
      return "The user of this server no longer exists. Inform the user.";
    }
    return operation
        + " failed for a reason that is in the log of the server. Do not repeat the call unchanged;"
        + " inform the user.";
  }
}

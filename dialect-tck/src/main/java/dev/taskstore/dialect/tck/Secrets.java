package dev.taskstore.dialect.tck;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;

/** Looks for values where none may be. */
final class Secrets {

  private Secrets() {}

  /** Everything that an exception says: its messages, causes, suppressed and chained exceptions. */
  static String everythingThat(Throwable failure) {
    StringWriter text = new StringWriter();
    try (PrintWriter writer = new PrintWriter(text)) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        cause.printStackTrace(writer);
        if (cause instanceof SQLException sql) {
          for (SQLException next = sql.getNextException();
              next != null;
              next = next.getNextException()) {
            next.printStackTrace(writer);
          }
        }
      }
    }
    return text.toString();
  }
}

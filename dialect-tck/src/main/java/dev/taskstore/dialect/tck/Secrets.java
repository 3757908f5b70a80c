package dev.taskstore.dialect.tck;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;

/** Searches for values in exceptions. */
final class Secrets {

  private Secrets() {}

  /** Returns the text of an exception with its causes, suppressed and chained exceptions. */
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

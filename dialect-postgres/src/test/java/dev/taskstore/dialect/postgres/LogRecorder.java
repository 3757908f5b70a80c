package dev.taskstore.dialect.postgres;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Records what is logged until it is closed, with what the driver logs about connecting. */
final class LogRecorder extends Handler implements AutoCloseable {

  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private final List<LogRecord> entries = new ArrayList<>();
  private final Level driverLevel = DRIVER.getLevel();

  private LogRecorder() {
    setLevel(Level.ALL);
  }

  static LogRecorder start() {
    LogRecorder recorder = new LogRecorder();
    DRIVER.setLevel(Level.FINE);
    ROOT.addHandler(recorder);
    return recorder;
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    entries.add(entry);
  }

  /** Returns the warnings of the library. */
  synchronized List<String> warnings() {
    return entries.stream()
        .filter(entry -> entry.getLevel().equals(Level.WARNING))
        .filter(entry -> String.valueOf(entry.getLoggerName()).startsWith("dev.taskstore"))
        .map(LogRecorder::text)
        .toList();
  }

  /** Returns all entries with their exceptions. */
  synchronized String text() {
    StringBuilder text = new StringBuilder();
    for (LogRecord entry : entries) {
      text.append(text(entry)).append('\n');
      for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
        text.append(cause).append('\n');
      }
    }
    return text.toString();
  }

  private static String text(LogRecord entry) {
    Object[] parameters = entry.getParameters();
    return parameters == null
        ? entry.getMessage()
        : MessageFormat.format(entry.getMessage(), parameters);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    DRIVER.setLevel(driverLevel);
  }
}

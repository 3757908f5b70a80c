package dev.taskstore.codegen.changelog;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;

/** Discards the log of Liquibase. Failures are exceptions. */
final class SilentLogService extends AbstractLogService {

  @Override
  public int getPriority() {
    // Liquibase uses it only where it is set explicitly.
    return PRIORITY_NOT_APPLICABLE;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Logger getLog(Class type) {
    return new SilentLogger();
  }

  private static final class SilentLogger extends AbstractLogger {

    @Override
    public void log(Level level, String message, Throwable failure) {
      // Discarded.
    }
  }
}

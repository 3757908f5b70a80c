package dev.taskstore.codegen.changelog;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;

/** Keeps Liquibase quiet in the build log; what goes wrong arrives as an exception. */
final class SilentLogService extends AbstractLogService {

  @Override
  public int getPriority() {
    // Never chosen by itself, only where it is named.
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
      // Nothing to do.
    }
  }
}

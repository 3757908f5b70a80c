package dev.taskstore.db.internal.migration;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;

/**
 * Logs all of Liquibase's messages at level DEBUG: they quote statements with their values, and
 * exceptions already contain what is relevant about a failure.
 */
final class LiquibaseLogService extends AbstractLogService {

  @Override
  public int getPriority() {
    return PRIORITY_NOT_APPLICABLE;
  }

  @Override
  @SuppressWarnings("rawtypes") // Liquibase declares it so
  public Logger getLog(Class clazz) {
    System.Logger target = System.getLogger(clazz.getName());
    return new AbstractLogger() {
      @Override
      public void log(Level level, @Nullable String message, @Nullable Throwable exception) {
        target.log(System.Logger.Level.DEBUG, message, exception);
      }
    };
  }
}

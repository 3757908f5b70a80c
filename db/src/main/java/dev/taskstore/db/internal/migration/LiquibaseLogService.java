package dev.taskstore.db.internal.migration;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;

/**
 * Passes all that Liquibase says on as debugging output: it quotes statements with the values in
 * them, and what matters of a failure is in the exception.
 */
final class LiquibaseLogService extends AbstractLogService {

  @Override
  public int getPriority() {
    return PRIORITY_NOT_APPLICABLE;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Liquibase declares it
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

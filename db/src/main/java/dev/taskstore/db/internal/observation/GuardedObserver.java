package dev.taskstore.db.internal.observation;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.observation.DatabaseObserver;
import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.db.observation.OperationObserver;
import dev.taskstore.db.observation.OperationResult;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** An observer whose exceptions do not reach the observed call. Thread-safe. */
final class GuardedObserver {

  private static final System.Logger LOGGER = System.getLogger(GuardedObserver.class.getName());

  private final DatabaseObserver observer;
  private final AtomicBoolean hasFailed = new AtomicBoolean();

  GuardedObserver(DatabaseObserver observer) {
    this.observer = observer;
  }

  void opened(List<HikariDataSource> pools) {
    try {
      observer.opened(pools);
    } catch (Throwable e) {
      failed(e);
    }
  }

  @Nullable OperationObserver started(DatabaseOperation operation) {
    try {
      return observer.started(operation);
    } catch (Throwable e) {
      failed(e);
      return null;
    }
  }

  void ended(OperationObserver operation, OperationResult result) {
    try {
      operation.ended(result);
    } catch (Throwable e) {
      failed(e);
    }
  }

  private void failed(Throwable exception) {
    if (hasFailed.compareAndSet(false, true)) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "The observer "
              + observer.getClass().getName()
              + " failed. Calls continue; its further failures are not logged.",
          exception);
    }
  }
}

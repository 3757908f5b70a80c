package dev.taskstore.spring.boot;

import dev.taskstore.db.Database;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.spi.Capability;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Runs a query within a bounded time, in a thread of its own: a server that does not answer must
 * not block the caller. A check that still runs counts as a failure of the next one.
 */
final class DatabaseHealthIndicator extends AbstractHealthIndicator implements DisposableBean {

  private final Database database;
  private final Duration timeout;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0, 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), DatabaseHealthIndicator::daemon);

  DatabaseHealthIndicator(Database database, Duration timeout) {
    super("The database cannot be used.");
    this.database = database;
    this.timeout = timeout;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "taskstore-health");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws InterruptedException {
    builder.withDetail("database", database.dialectName());
    Future<?> check;
    try {
      check = thread.submit(this::query);
    } catch (RejectedExecutionException e) {
      builder.down().withDetail("error", "The previous check still runs.");
      return;
    }
    try {
      check.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      builder.up();
    } catch (ExecutionException e) {
      builder.down(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      check.cancel(true);
      builder.down().withDetail("error", "No answer within " + timeout + ".");
    }
  }

  /** With a single writer, a long transaction is no fault. */
  private void query() {
    TransactionOptions options = TransactionOptions.defaults().withoutRetry().queryTimeout(timeout);
    if (!database.capabilities().contains(Capability.CONCURRENT_WRITERS)) {
      options = options.readOnly();
    }
    database.transaction(options, transaction -> transaction.dsl().selectOne().fetch());
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}

package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.db.TransactionOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Checks the connections of a store: that all of them are usable, and their sessions on the server.
 */
final class ServerSessions {

  private static final String ALL = "%";
  private static final String IN_TRANSACTION = "idle in transaction%";

  private final ServerProcess server;
  private final String database;

  ServerSessions(ServerProcess server, String database) {
    this.server = server;
    this.database = database;
  }

  /** Returns the number of sessions of the store. */
  int count() throws SQLException {
    return count(ALL);
  }

  private int count(String state) throws SQLException {
    try (Connection connection = server.connect(database);
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = ?"
                    + " AND application_name = 'taskstore' AND state LIKE ?")) {
      statement.setString(1, database);
      statement.setString(2, state);
      try (ResultSet resultSet = statement.executeQuery()) {
        resultSet.next();
        return resultSet.getInt(1);
      }
    }
  }

  /** Waits until the server has closed the sessions of disconnected clients. */
  void awaitQuiet(int maximumPoolSize) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (count(ALL) > maximumPoolSize || count(IN_TRANSACTION) > 0) {
      assertThat(System.nanoTime()).as("sessions end").isLessThan(deadline);
      ServerProcess.pause(50);
    }
  }

  /** Checks that no connection is leaked: the whole pool can run transactions concurrently. */
  void checkPool(TaskStore store, int maximumPoolSize) throws SQLException {
    useAll(store, maximumPoolSize, TransactionOptions.defaults(), tx -> tx.users().count());
    assertThat(count(ALL)).as("sessions").isLessThanOrEqualTo(maximumPoolSize);
    assertThat(count(IN_TRANSACTION)).as("sessions in transactions").isZero();
  }

  /** Opens a number of concurrent transactions, and returns the sum of their results. */
  static long useAll(
      TaskStore store,
      int transactions,
      TransactionOptions options,
      ToLongFunction<TaskTransaction> work) {
    CyclicBarrier all = new CyclicBarrier(transactions);
    ExecutorService executor = Executors.newFixedThreadPool(transactions);
    try {
      List<Future<Long>> results = new ArrayList<>();
      for (int i = 0; i < transactions; i++) {
        results.add(
            executor.submit(
                () ->
                    store.transactionResult(
                        options,
                        tx -> {
                          long found = work.applyAsLong(tx);
                          all.await(30, TimeUnit.SECONDS);
                          return found;
                        })));
      }
      long sum = 0;
      for (Future<Long> result : results) {
        sum += result.get(60, TimeUnit.SECONDS);
      }
      return sum;
    } catch (Exception e) {
      throw new AssertionError("Not all connections of the pool could be used at once", e);
    } finally {
      executor.shutdownNow();
    }
  }
}

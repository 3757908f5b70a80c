package dev.taskstore.backup;

import dev.taskstore.db.Database;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.SnapshotSharing;
import dev.taskstore.db.spi.TransferSupport;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Exports all tables in one snapshot. Where the database shares a snapshot between connections,
 * several threads export a table each.
 */
final class SnapshotExport {

  /**
   * The exported tables.
   *
   * @param databaseVersion the product and version of the database
   * @param tables the tables, in their order
   * @param omittedTables the tables of the database that do not belong to the schema
   */
  record Result(
      String databaseVersion, List<TableExport.Result> tables, List<String> omittedTables) {}

  private final Database database;
  private final Dialect dialect;
  private final TransferSupport transfer;
  private final List<TableShape> shapes;
  private final ArchiveWriter writer;
  private final RowCounter counter;
  private final Queue<TableExport> waiting = new ConcurrentLinkedQueue<>();
  private final Map<Integer, TableExport.Result> finished = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  SnapshotExport(
      Database database, List<TableShape> shapes, ArchiveWriter writer, RowCounter counter) {
    this.database = database;
    this.dialect = database.dialect();
    this.transfer = dialect.transfer();
    this.shapes = shapes;
    this.writer = writer;
    this.counter = counter;
    for (TableShape shape : shapes) {
      waiting.add(new TableExport(shape, waiting.size() + 1));
    }
  }

  Result run(int workers) {
    return DatabaseWork.run(
        database,
        DatabaseWork.SNAPSHOT,
        (connection, dsl) -> {
          transfer.requireAllRows(connection);
          checkColumns(connection, dsl);
          Optional<SnapshotSharing> sharing = transfer.snapshotSharing();
          if (sharing.isPresent() && Math.min(workers, shapes.size()) > 1) {
            exportWithHelpers(connection, dsl, sharing.get(), workers - 1);
          } else {
            exportWaiting(connection, dsl);
          }
          counter.finish();
          return result(connection);
        });
  }

  /** A column that the program does not know would silently be missing in the archive. */
  private void checkColumns(Connection connection, DSLContext dsl) throws SQLException {
    for (TableShape shape : shapes) {
      Set<String> different = LiveTables.differentColumns(connection, dsl, shape);
      if (!different.isEmpty()) {
        throw new BackupFailedException(
            "The columns of the table "
                + shape.name()
                + " differ from the program's schema: "
                + String.join(", ", different)
                + ". The archive would not be complete. Compare the database with its changelog"
                + " (drift), and add what is missing there.",
            null);
      }
    }
  }

  private void exportWithHelpers(
      Connection connection, DSLContext dsl, SnapshotSharing sharing, int helpers)
      throws SQLException {
    String snapshot = sharing.export(connection);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(helpers, shapes.size() - 1); i++) {
      Thread thread = new Thread(() -> help(sharing, snapshot), "taskstore-backup-" + (i + 1));
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    try {
      exportWaiting(connection, dsl);
    } catch (SQLException e) {
      failure.compareAndSet(null, database.translate(e));
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
    // The snapshot ends with this transaction.
    threads.forEach(this::join);
    Throwable failed = failure.get();
    if (failed instanceof RuntimeException exception) {
      throw exception;
    } else if (failed instanceof Error error) {
      throw error;
    }
  }

  private void help(SnapshotSharing sharing, String snapshot) {
    try {
      DatabaseWork.run(
          database,
          DatabaseWork.SNAPSHOT,
          (connection, dsl) -> {
            sharing.use(connection, snapshot);
            transfer.requireAllRows(connection);
            exportWaiting(connection, dsl);
            return true;
          });
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  private void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        failure.compareAndSet(
            null, new BackupFailedException("The thread of the backup was interrupted.", e));
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void exportWaiting(Connection connection, DSLContext dsl) throws SQLException {
    for (TableExport next = waiting.poll(); next != null; next = waiting.poll()) {
      finished.put(next.number(), next.run(connection, dsl, dialect, writer, this::afterRow));
    }
  }

  private void afterRow() {
    counter.add();
    if (failure.get() != null) {
      throw new BackupFailedException("Another thread of the backup failed.", null);
    }
  }

  private Result result(Connection connection) throws SQLException {
    Set<String> omitted = LiveTables.names(connection);
    omitted.removeAll(shapes.stream().map(TableShape::name).toList());
    return new Result(
        connection.getMetaData().getDatabaseProductName()
            + " "
            + connection.getMetaData().getDatabaseProductVersion(),
        List.copyOf(new TreeMap<>(finished).values()),
        List.copyOf(omitted));
  }
}

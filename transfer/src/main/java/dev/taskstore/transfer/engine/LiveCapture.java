package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.spi.ChangeCapture;
import dev.taskstore.transfer.exception.CopyRefusedException;
import dev.taskstore.transfer.rows.TableColumn;
import dev.taskstore.transfer.rows.TableShape;
import dev.taskstore.transfer.rows.ValueType;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The triggers and outbox tables that record the changes of a source during a live copy, and the
 * triggers that seal it. Transactions on the source are short: one for each table.
 */
public final class LiveCapture {

  private static final String OUTBOX = "taskstore_outbox_";
  private static final int SEQUENCES_AT_A_TIME = 500;

  /** DDL waits for writers, and new writers wait for it. */
  private static final int LOCK_SECONDS = 5;

  private static final int ATTEMPTS = 10;

  private final Database source;
  private final List<TableShape> tables;

  public LiveCapture(Database source, List<TableShape> tables) {
    this.source = source;
    this.tables = tables;
  }

  /** Returns the names of the tables whose changes cannot be recorded. */
  static List<String> unsupported(List<TableShape> tables) {
    return tables.stream().filter(table -> table.key().isEmpty()).map(TableShape::name).toList();
  }

  private ChangeCapture capture() {
    return source
        .dialect()
        .transfer()
        .changeCapture()
        .orElseThrow(
            () ->
                new CopyRefusedException(
                    "The dialect "
                        + source.dialectName()
                        + " does not record changes, which a live copy requires. Stop the programs"
                        + " that write to the source, and copy without live()."));
  }

  /**
   * Creates the outbox tables and the triggers.
   *
   * @return whether all outbox tables existed, so that no change was missed since they were created
   */
  boolean start() {
    ChangeCapture capture = capture();
    boolean existed = true;
    for (int i = 0; i < tables.size(); i++) {
      TableShape table = tables.get(i);
      String outbox = OUTBOX + i;
      existed &=
          patiently(
              access -> {
                boolean found = access.hasTable(outbox);
                run(
                    access,
                    List.of(
                        capture.createOutbox(
                            access.connection(), table.name(), table.key(), outbox)));
                run(access, capture.start(access.connection(), table.name(), table.key(), outbox));
                return found;
              });
    }
    return existed;
  }

  /** Makes all tables refuse writes. Waits for transactions that are writing. */
  void seal() {
    ChangeCapture capture = capture();
    for (TableShape table : tables) {
      patiently(access -> run(access, capture.seal(table.name())));
    }
  }

  /** Allows writes again. */
  public void unseal() {
    ChangeCapture capture = capture();
    for (TableShape table : tables) {
      patiently(access -> run(access, capture.unseal(table.name())));
    }
  }

  /** Removes the triggers that record changes, and the outbox tables. */
  public void remove() {
    ChangeCapture capture = capture();
    for (TableShape table : tables) {
      patiently(access -> run(access, capture.stop(table.name())));
    }
    for (int i = 0; i < tables.size(); i++) {
      String outbox = OUTBOX + i;
      patiently(access -> access.execute("DROP TABLE IF EXISTS " + access.quoted(outbox)));
    }
  }

  private static int run(Access access, List<String> statements) throws SQLException {
    try (Statement statement = access.connection().createStatement()) {
      statement.setQueryTimeout(LOCK_SECONDS);
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return statements.size();
  }

  /** Repeats a transaction that did not get its lock, so that other writers have their turn. */
  private <T extends @Nullable Object> T patiently(SqlWork<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Snapshot.write(source, work);
      } catch (DatabaseTimeoutException | TransientFailureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
      TargetSession.requireNotInterrupted();
    }
  }

  /** The recorded changes of a table that one snapshot contains. */
  record Backlog(TableShape table, String outbox, Set<KeyedTable.Key> keys, List<Long> sequences) {}

  /** Reads the recorded changes. */
  List<Backlog> backlog(Access snapshot) {
    List<Backlog> backlog = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      TableShape table = tables.get(i);
      Set<KeyedTable.Key> keys = new LinkedHashSet<>();
      List<Long> sequences = new ArrayList<>();
      try (Rows rows = snapshot.read(outbox(table, i))) {
        @Nullable Object[] row;
        while ((row = rows.next()) != null) {
          sequences.add((Long) row[row.length - 1]);
          @Nullable Object[] key = new @Nullable Object[row.length - 1];
          System.arraycopy(row, 0, key, 0, key.length);
          keys.add(KeyedTable.Key.of(key));
        }
      }
      if (!sequences.isEmpty()) {
        backlog.add(new Backlog(table, OUTBOX + i, keys, sequences));
      }
    }
    return backlog;
  }

  private static TableShape outbox(TableShape table, int position) {
    List<TableColumn> columns = new ArrayList<>(table.keyColumns());
    columns.add(new TableColumn(ChangeCapture.SEQUENCE, ValueType.BIGINT, false));
    return new TableShape(
        OUTBOX + position, columns, List.of(ChangeCapture.SEQUENCE), List.of(), null);
  }

  /** Removes changes that the target has. Later changes of the same rows remain. */
  void acknowledge(List<Backlog> backlog) {
    for (Backlog part : backlog) {
      List<Long> sequences = part.sequences();
      for (int from = 0; from < sequences.size(); from += SEQUENCES_AT_A_TIME) {
        String list =
            sequences.subList(from, Math.min(sequences.size(), from + SEQUENCES_AT_A_TIME)).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        Snapshot.write(
            source,
            access ->
                access.execute(
                    "DELETE FROM "
                        + access.quoted(part.outbox())
                        + " WHERE "
                        + access.quoted(ChangeCapture.SEQUENCE)
                        + " IN ("
                        + list
                        + ")"));
      }
    }
  }
}

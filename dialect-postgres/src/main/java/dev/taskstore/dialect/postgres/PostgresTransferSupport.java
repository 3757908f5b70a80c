package dev.taskstore.dialect.postgres;

import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.db.spi.BinaryRows;
import dev.taskstore.db.spi.ChangeCapture;
import dev.taskstore.db.spi.RebuildableStructure;
import dev.taskstore.db.spi.SnapshotSharing;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.db.spi.TransferSupport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Copies and backups of PostgreSQL. Names of tables refer to the first schema of the path. */
enum PostgresTransferSupport implements TransferSupport {
  INSTANCE,

  /** Distributed tables have no triggers, and several servers no common snapshot. */
  CITUS {
    @Override
    public Optional<ChangeCapture> changeCapture() {
      return Optional.empty();
    }

    @Override
    public Optional<SnapshotSharing> snapshotSharing() {
      return Optional.empty();
    }
  };

  private static final String SEQUENCE_OF =
      "SELECT pg_get_serial_sequence(format('%I.%I', current_schema(), ?::text), ?)";

  /** Never sets a sequence back. A sequence can end before the type of its column does. */
  private static final String ADVANCE =
      """
      SELECT setval(?::regclass, least(m.value, q.seqmax))
      FROM (SELECT max(%s)::bigint AS value FROM %s) m, %s s, pg_sequence q
      WHERE q.seqrelid = ?::regclass AND q.seqincrement > 0
        AND CASE WHEN s.is_called THEN m.value > s.last_value ELSE m.value >= s.last_value END
      """;

  /**
   * Two transactions that advance one sequence could set it back: neither reads the other's rows.
   */
  private static final String LOCK_SEQUENCE =
      "SELECT pg_advisory_xact_lock('pg_sequence'::regclass::oid::integer, ?::regclass::oid::integer)";

  /** The limit of B-trees with pages of 8 KiB, which must contain three rows. */
  private static final int LARGEST_INDEX_ROW = 2_704;

  /** The types whose values are all valid. */
  private static final Set<Class<?>> READABLE =
      Set.of(String.class, UUID.class, Long.class, Integer.class, Short.class, Boolean.class);

  private static final int ALIGNMENT = 8;
  private static final int VALUE_LENGTH = 4;

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Returns a literal. The server interprets no backslash in a standard one. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Without this, policies omit rows silently. */
  @Override
  public void requireAllRows(Connection connection) throws SQLException {
    TransactionControl.execute(connection, "SET LOCAL row_security = off");
  }

  /** The driver then describes the statement, and receives values in the binary format. */
  @Override
  public void prepareToReadRows(PreparedStatement statement) throws SQLException {
    statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
  }

  @Override
  public Optional<BinaryRows> binaryRows(Connection connection, String query, List<Class<?>> types)
      throws SQLException {
    return PostgresBinaryRows.open(connection, query, types);
  }

  /** Has an effect on constraints that are declared DEFERRABLE. */
  @Override
  public void deferForeignKeys(Connection connection) throws SQLException {
    TransactionControl.execute(connection, "SET CONSTRAINTS ALL DEFERRED");
  }

  @Override
  public List<RebuildableStructure> rebuildable(Connection connection, List<String> tables)
      throws SQLException {
    return PostgresStructures.read(connection, tables);
  }

  @Override
  public void advanceIdentity(Connection connection, String table, String column)
      throws SQLException {
    String sequence = sequence(connection, table, column);
    if (sequence == null) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(LOCK_SEQUENCE)) {
      statement.setString(1, sequence);
      statement.executeQuery().close();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(ADVANCE.formatted(quoted(column), quoted(table), sequence))) {
      statement.setString(1, sequence);
      statement.setString(2, sequence);
      statement.executeQuery().close();
    }
  }

  private static @Nullable String sequence(Connection connection, String table, String column)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SEQUENCE_OF)) {
      statement.setString(1, table);
      statement.setString(2, column);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  /**
   * Returns a subquery into which the planner moves neither conditions nor sort orders, and whose
   * condition only the rows themselves can answer, so that it scans the table.
   */
  @Override
  public String withoutIndexes(String quotedTable) {
    return "(SELECT * FROM %1$s WHERE ctid IS NOT NULL OFFSET 0) AS %1$s".formatted(quotedTable);
  }

  /** The server accepts only text in its encoding and values of the type of the column. */
  @Override
  public Optional<Condition> isReadable(Field<?> field, Class<?> type) {
    if (type == Instant.class) {
      return Optional.of(between(field, ValueLimits.MIN_INSTANT, ValueLimits.MAX_INSTANT));
    } else if (type == LocalDateTime.class) {
      return Optional.of(between(field, ValueLimits.MIN_TIMESTAMP, ValueLimits.MAX_TIMESTAMP));
    } else if (type == LocalDate.class) {
      return Optional.of(between(field, ValueLimits.MIN_DATE, ValueLimits.MAX_DATE));
    }
    return READABLE.contains(type) ? Optional.of(DSL.trueCondition()) : Optional.empty();
  }

  @Override
  public Optional<Condition> isOneOf(Field<?> field, List<String> texts) {
    return Optional.of(
        DSL.field("{0} collate \"C\"", SQLDataType.CLOB, field)
            .in(texts.stream().map(DSL::inline).toList()));
  }

  private static Condition between(Field<?> field, Object lowest, Object highest) {
    DataType<?> stored = field.getDataType();
    return DSL.condition(
        "{0} between {1} and {2}", field, DSL.inline(lowest, stored), DSL.inline(highest, stored));
  }

  /**
   * The header of an index row has 8 bytes; each value has a length of 4 bytes and is aligned to 8
   * bytes. The server compresses values before it compares the size with the limit.
   */
  @Override
  public boolean mayExceedIndex(List<Integer> sizes) {
    int total = ALIGNMENT;
    for (int size : sizes) {
      total += (VALUE_LENGTH + size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
    return total > LARGEST_INDEX_ROW;
  }

  @Override
  public Optional<ChangeCapture> changeCapture() {
    return Optional.of(PostgresChangeCapture.INSTANCE);
  }

  @Override
  public Optional<SnapshotSharing> snapshotSharing() {
    return Optional.of(PostgresSnapshotSharing.INSTANCE);
  }

  static String currentSchema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT current_schema()")) {
      row.next();
      return row.getString(1);
    }
  }
}

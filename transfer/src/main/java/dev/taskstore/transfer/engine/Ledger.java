package dev.taskstore.transfer.engine;

import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.spi.RebuildableStructure;
import dev.taskstore.transfer.exception.CopyRefusedException;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables in the target that record how far a copy has come. They change in the transactions
 * that change the rows. While they exist, the target is incomplete.
 */
final class Ledger {

  /** The digest of a table to which a live copy has applied changes. */
  private static final String CHANGED = "changed";

  private static final String RUN = "taskstore_transfer_run";
  private static final String TABLES = "taskstore_transfer_table";
  private static final String STRUCTURES = "taskstore_transfer_structure";

  /** A mark that exists, with the ledger of a copy. */
  record Header(IncompleteTransfer mark, @Nullable Run run) {}

  /** The state of the copy. */
  record Run(String owner, long beat, boolean isPrepared, boolean isLive) {}

  /**
   * The rows of a table that the target has.
   *
   * @param rows the number of rows
   * @param digest the digest of these rows when they were loaded; empty if it must not be trusted,
   *     or {@link #CHANGED}
   * @param lastKey the key of the last row, encoded; null if there is none
   * @param isComplete whether all rows of the source were loaded
   */
  record TableState(long rows, String digest, @Nullable String lastKey, boolean isComplete) {

    /** Returns whether the rows must be compared one by one before more are loaded. */
    boolean isUncertain() {
      return digest.equals(CHANGED) || isDistrusted();
    }

    /** Returns whether the rows may differ from those that were loaded and caught up. */
    boolean isDistrusted() {
      return digest.isEmpty() && (rows > 0 || isComplete);
    }
  }

  /** A structure, and whether it exists at present. */
  record StructureState(
      int position, RebuildableStructure structure, boolean isForeignKey, boolean isBuilt) {}

  private final Owner owner;

  Ledger(Owner owner) {
    this.owner = owner;
  }

  /** Returns the mark and the ledger of a database, or null if it is no target of a transfer. */
  static @Nullable Header find(Access access) throws SQLException {
    IncompleteTransfer mark = IncompleteTransfer.find(access.connection()).orElse(null);
    if (mark == null) {
      return null;
    }
    try (Statement statement = access.connection().createStatement()) {
      return new Header(mark, access.hasTable(RUN) ? run(statement) : null);
    }
  }

  private static @Nullable Run run(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT owner, beat, is_prepared, is_live FROM " + RUN)) {
      return row.next()
          ? new Run(row.getString(1), row.getLong(2), row.getInt(3) == 1, row.getInt(4) == 1)
          : null;
    }
  }

  /** Marks the target, and creates an empty ledger. */
  void create(Access access, IncompleteTransfer mark, boolean live, List<TableShape> tables)
      throws SQLException {
    mark.begin(access.connection());
    access.execute(
        "CREATE TABLE "
            + RUN
            + " (owner varchar(500) NOT NULL, beat bigint NOT NULL, is_prepared integer NOT NULL,"
            + " is_live integer NOT NULL)");
    access.execute("INSERT INTO " + RUN + " VALUES (?, 0, 0, ?)", owner.toString(), live ? 1 : 0);
    access.execute(
        "CREATE TABLE "
            + TABLES
            + " (name varchar(200) NOT NULL, row_count bigint NOT NULL,"
            + " digest varchar(64) NOT NULL, last_key varchar(1000000), is_complete integer NOT NULL)");
    access.execute(
        "CREATE TABLE "
            + STRUCTURES
            + " (position integer NOT NULL, table_name varchar(200) NOT NULL,"
            + " name varchar(200) NOT NULL, drop_sql varchar(1000000) NOT NULL,"
            + " create_sql varchar(1000000) NOT NULL, is_foreign_key integer NOT NULL,"
            + " is_built integer NOT NULL)");
    resetTables(access, tables);
  }

  /** Records that no table has rows. */
  void resetTables(Access access, List<TableShape> tables) throws SQLException {
    access.execute("DELETE FROM " + TABLES);
    for (TableShape table : tables) {
      access.execute(
          "INSERT INTO " + TABLES + " VALUES (?, 0, '', ?, 0)", table.name(), (Object) null);
    }
  }

  /** Makes this run the owner. Fails if the owner has changed meanwhile. */
  void takeOver(Access access, Run previous) throws SQLException {
    int changed =
        access.execute(
            "UPDATE " + RUN + " SET owner = ?, beat = beat + 1 WHERE owner = ? AND beat = ?",
            owner.toString(),
            previous.owner(),
            previous.beat());
    if (changed != 1) {
      throw isRunning();
    }
  }

  static final String IS_RUNNING =
      "Another process is copying into this database. Wait until it ends, or end it.";

  static CopyRefusedException isRunning() {
    return new CopyRefusedException(IS_RUNNING);
  }

  /** Fails if another run has become the owner. Called in each transaction that writes rows. */
  void requireOwnership(Access access) throws SQLException {
    int changed =
        access.execute("UPDATE " + RUN + " SET beat = beat + 1 WHERE owner = ?", owner.toString());
    if (changed != 1) {
      throw new CopyRefusedException(
          "Another run of the copy has taken over this target, or the copy was finished or undone"
              + " by another process. Nothing was written by this one since.");
    }
  }

  void setPrepared(Access access) throws SQLException {
    access.execute("UPDATE " + RUN + " SET is_prepared = 1");
    requireOwnership(access);
  }

  void setLive(Access access, boolean live) throws SQLException {
    access.execute("UPDATE " + RUN + " SET is_live = ?", live ? 1 : 0);
    requireOwnership(access);
  }

  TableState table(Access access, TableShape table) throws SQLException {
    try (PreparedStatement statement =
        access
            .connection()
            .prepareStatement(
                "SELECT row_count, digest, last_key, is_complete FROM "
                    + TABLES
                    + " WHERE name = ?")) {
      statement.setString(1, table.name());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new CopyRefusedException(
              "The ledger in the target does not contain the table "
                  + table.name()
                  + ": the copy was begun with another schema. Restart the copy.");
        }
        return new TableState(
            row.getLong(1), row.getString(2), row.getString(3), row.getInt(4) == 1);
      }
    }
  }

  /** Records rows in the transaction that has loaded them. */
  void update(
      Access access,
      TableShape table,
      RowDigest digest,
      long rows,
      @Nullable String lastKey,
      boolean complete)
      throws SQLException {
    access.execute(
        "UPDATE "
            + TABLES
            + " SET row_count = ?, digest = ?, last_key = ?, is_complete = ? WHERE name = ?",
        rows,
        digest.hex(),
        lastKey,
        complete ? 1 : 0,
        table.name());
    requireOwnership(access);
  }

  /** The next run compares the rows of the table. */
  void distrust(Access access, String table) throws SQLException {
    access.execute("UPDATE " + TABLES + " SET digest = '' WHERE name = ?", table);
  }

  /** Records that the table has other rows than those that were loaded. */
  void setChanged(Access access, String table) throws SQLException {
    access.execute(
        "UPDATE " + TABLES + " SET digest = ? WHERE name = ? AND digest <> ''", CHANGED, table);
  }

  List<StructureState> structures(Access access) throws SQLException {
    List<StructureState> structures = new ArrayList<>();
    try (Statement statement = access.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT position, table_name, name, drop_sql, create_sql, is_foreign_key, is_built"
                    + " FROM "
                    + STRUCTURES
                    + " ORDER BY position")) {
      while (row.next()) {
        structures.add(
            new StructureState(
                row.getInt(1),
                new RebuildableStructure(
                    row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                row.getInt(6) == 1,
                row.getInt(7) == 1));
      }
    }
    return structures;
  }

  void addStructure(Access access, StructureState state) throws SQLException {
    RebuildableStructure structure = state.structure();
    access.execute(
        "INSERT INTO " + STRUCTURES + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        state.position(),
        structure.table(),
        structure.name(),
        structure.dropSql(),
        structure.createSql(),
        state.isForeignKey() ? 1 : 0,
        state.isBuilt() ? 1 : 0);
  }

  void setBuilt(Access access, StructureState state, boolean built) throws SQLException {
    access.execute(
        "UPDATE " + STRUCTURES + " SET is_built = ? WHERE position = ?",
        built ? 1 : 0,
        state.position());
  }

  /** Removes the ledger and the marker: the target is complete. */
  void remove(Access access) throws SQLException {
    requireOwnership(access);
    for (String table : List.of(RUN, TABLES, STRUCTURES)) {
      access.execute("DROP TABLE " + table);
    }
    IncompleteTransfer.end(access.connection());
  }
}

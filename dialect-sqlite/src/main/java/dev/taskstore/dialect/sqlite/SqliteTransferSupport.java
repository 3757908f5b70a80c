package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.spi.ChangeCapture;
import dev.taskstore.db.spi.FileBackup;
import dev.taskstore.db.spi.RebuildableStructure;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.db.spi.TransferSupport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Copies and backups of SQLite. Identity columns need no support: SQLite computes the next value
 * from the rows and from {@code sqlite_sequence}, which it updates at each insert.
 */
enum SqliteTransferSupport implements TransferSupport {
  INSTANCE;

  /**
   * The indexes that have a statement of their own, in the order of their creation. If a foreign
   * key references a unique index, writes of the referencing table fail without it. The unique
   * indexes of its table stay then, so that their order does not change.
   */
  private static final String INDEXES =
      """
      SELECT i.name, i.sql FROM sqlite_schema AS i
      WHERE i.type = 'index' AND i.sql IS NOT NULL AND i.tbl_name = ? COLLATE NOCASE
        AND (NOT EXISTS (SELECT 1 FROM pragma_index_list(i.tbl_name) AS l
            WHERE l.name = i.name AND l."unique" = 1)
          OR NOT EXISTS (SELECT 1 FROM sqlite_schema AS c, pragma_foreign_key_list(c.name) AS f,
              pragma_index_list(i.tbl_name) AS l, pragma_index_info(l.name) AS x
            WHERE c.type = 'table' AND f."table" = i.tbl_name COLLATE NOCASE
              AND l."unique" = 1 AND l.origin = 'c' AND x.name = f."to" COLLATE NOCASE))
      ORDER BY i.rowid
      """;

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void deferForeignKeys(Connection connection) throws SQLException {
    TransactionControl.execute(connection, "PRAGMA defer_foreign_keys = ON");
  }

  @Override
  public void suspendForeignKeys(Connection connection) throws SQLException {
    TransactionControl.execute(connection, "PRAGMA foreign_keys = OFF");
  }

  @Override
  public void resumeForeignKeys(Connection connection) throws SQLException {
    TransactionControl.execute(connection, "PRAGMA foreign_keys = ON");
  }

  /** SQLite returns a row at a time. */
  @Override
  public boolean buffersRows() {
    return false;
  }

  /** Keys and foreign keys belong to the table and cannot be dropped. */
  @Override
  public List<RebuildableStructure> rebuildable(Connection connection, List<String> tables)
      throws SQLException {
    List<RebuildableStructure> structures = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(INDEXES)) {
      for (String table : tables) {
        statement.setString(1, table);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            String name = row.getString(1);
            structures.add(
                new RebuildableStructure(
                    table, name, "DROP INDEX " + quoted(name), row.getString(2)));
          }
        }
      }
    }
    return structures;
  }

  @Override
  public String withoutIndexes(String quotedTable) {
    return quotedTable + " NOT INDEXED";
  }

  @Override
  public Optional<Condition> isReadable(Field<?> field, Class<?> type) {
    return SqliteReadableValues.condition(field, type);
  }

  @Override
  public Optional<Condition> isOneOf(Field<?> field, List<String> texts) {
    return Optional.of(SqliteReadableValues.isOneOf(field, texts));
  }

  @Override
  public Optional<Field<String>> joinedText(List<? extends Field<?>> texts) {
    return Optional.of(SqliteReadableValues.joinedText(texts));
  }

  @Override
  public Optional<ChangeCapture> changeCapture() {
    return Optional.of(SqliteChangeCapture.INSTANCE);
  }

  @Override
  public Optional<FileBackup> fileBackup() {
    return Optional.of(SqliteFileBackup.INSTANCE);
  }
}

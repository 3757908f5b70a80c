package dev.taskstore.backup;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.RebuildableStructure;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.db.spi.TransferSupport;
import dev.taskstore.transfer.rows.RowCodec;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableLoader;
import dev.taskstore.transfer.rows.TableReader;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the rows of a database, which has the state of an archive, with those of the archive: in
 * one transaction, which also removes the mark of the restore.
 */
final class ArchiveLoad {

  private final Database database;
  private final Dialect dialect;
  private final TransferSupport transfer;
  private final ArchiveReader reader;
  private final ArchiveManifest manifest;
  private final RowCounter counter;
  private final List<TableShape> shapes = new ArrayList<>();

  ArchiveLoad(
      Database database, ArchiveReader reader, ArchiveManifest manifest, RowCounter counter) {
    this.database = database;
    this.dialect = database.dialect();
    this.transfer = dialect.transfer();
    this.reader = reader;
    this.manifest = manifest;
    this.counter = counter;
    manifest.tables().forEach(table -> shapes.add(reader.shape(table)));
  }

  void run() {
    DatabaseWork.run(
        database,
        DatabaseWork.WRITE,
        (connection, dsl) -> {
          // A second restore of the same database waits here, and then fails.
          TransactionControl.execute(
              connection, "UPDATE " + IncompleteTransfer.TABLE + " SET kind = kind");
          transfer.requireAllRows(connection);
          transfer.deferForeignKeys(connection);
          checkColumns(connection, dsl);
          List<RebuildableStructure> structures = dropStructures(connection);
          deleteRows(connection, dsl);
          reader.readTables(
              (shape, rows) ->
                  new TableLoader(dsl, dialect, shape).load(connection, counted(rows)));
          for (RebuildableStructure structure : structures) {
            TransactionControl.execute(connection, structure.createSql());
          }
          for (TableShape shape : shapes) {
            if (shape.identity() != null) {
              transfer.advanceIdentity(connection, shape.name(), shape.identity());
            }
          }
          verify(connection, dsl);
          IncompleteTransfer.end(connection);
          return true;
        });
    counter.finish();
  }

  private void checkColumns(Connection connection, DSLContext dsl) throws SQLException {
    for (TableShape shape : shapes) {
      Set<String> different = LiveTables.differentColumns(connection, dsl, shape);
      if (!different.isEmpty()) {
        throw new ArchiveMismatchException(
            "The changesets of the archive create other columns of the table "
                + shape.name()
                + " than those in the archive: "
                + String.join(", ", different)
                + ". The changelog was edited, or belongs to another program. Restore with the"
                + " program that wrote the archive.",
            null);
      }
    }
  }

  private List<RebuildableStructure> dropStructures(Connection connection) throws SQLException {
    List<RebuildableStructure> structures =
        transfer.rebuildable(connection, shapes.stream().map(TableShape::name).toList());
    List<RebuildableStructure> reversed = new ArrayList<>(structures);
    Collections.reverse(reversed);
    for (RebuildableStructure structure : reversed) {
      TransactionControl.execute(connection, structure.dropSql());
    }
    return structures;
  }

  /** Changesets may have inserted rows, which the archive contains as they were later. */
  private void deleteRows(Connection connection, DSLContext dsl) throws SQLException {
    List<TableShape> reversed = new ArrayList<>(shapes);
    Collections.reverse(reversed);
    for (TableShape shape : reversed) {
      TransactionControl.execute(connection, "DELETE FROM " + dsl.render(shape.table()));
    }
  }

  private Iterator<@Nullable Object[]> counted(Iterator<@Nullable Object[]> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public @Nullable Object[] next() {
        counter.add();
        return rows.next();
      }
    };
  }

  private void verify(Connection connection, DSLContext dsl) throws SQLException {
    for (int i = 0; i < shapes.size(); i++) {
      TableShape shape = shapes.get(i);
      ArchivedTable expected = manifest.tables().get(i);
      RowDigest digest = new RowDigest(new RowCodec(shape));
      try (TableReader rows =
          TableReader.open(connection, dsl, dialect, shape, DSL.noCondition())) {
        for (@Nullable Object[] row = rows.next(); row != null; row = rows.next()) {
          digest.add(row);
          counter.add();
        }
      }
      if (digest.rows() != expected.rows() || !digest.hex().equals(expected.sha256())) {
        throw new BackupFailedException(
            "After the restore, the rows of the table "
                + shape.name()
                + " differ from the archive: "
                + digest.rows()
                + " instead of "
                + expected.rows()
                + " rows, or other values. The rows were removed, and the database remains marked."
                + " Check triggers and rules of the table, then restore again.",
            null);
      }
    }
  }
}

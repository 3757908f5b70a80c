package dev.taskstore.backup;

import dev.taskstore.db.spi.Dialect;
import dev.taskstore.transfer.rows.RowCodec;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableReader;
import dev.taskstore.transfer.rows.TableShape;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The export of one table: its rows in key order and in their canonical form, compressed.
 *
 * @param shape the table
 * @param number its number in the archive, from 1
 */
record TableExport(TableShape shape, int number) {

  /**
   * A table in its temporary file.
   *
   * @param table its description in the manifest
   * @param spool its file
   */
  record Result(ArchivedTable table, SpooledTable spool) {}

  /** Exports the table in the snapshot of a connection. */
  Result run(
      Connection connection,
      DSLContext dsl,
      Dialect dialect,
      ArchiveWriter writer,
      Runnable afterRow)
      throws SQLException {
    SpooledTable spool = writer.spool(number);
    MessageDigest digest = RowDigest.sha256();
    RowCodec codec = new RowCodec(shape);
    long rows = 0;
    try (TableReader reader = TableReader.open(connection, dsl, dialect, shape, DSL.noCondition());
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(
                    new DigestOutputStream(
                        new GZIPOutputStream(spool.write(), ArchiveFormat.BUFFER_SIZE), digest),
                    ArchiveFormat.BUFFER_SIZE))) {
      for (@Nullable Object[] row = reader.next(); row != null; row = reader.next()) {
        codec.encode(row, out);
        rows++;
        afterRow.run();
      }
    } catch (IOException e) {
      throw ArchiveFileException.notWritable(writer.file(), e);
    }
    String entry = ArchiveFormat.entry(number, shape.name());
    String sha256 = HexFormat.of().formatHex(digest.digest());
    return new Result(TableShapes.archived(shape, entry, rows, sha256), spool);
  }
}

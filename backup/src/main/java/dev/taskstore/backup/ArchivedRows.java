package dev.taskstore.backup;

import dev.taskstore.transfer.rows.RowCodec;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableShape;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The rows of a table in an archive, read once and verified. Not thread-safe. */
final class ArchivedRows implements Iterator<@Nullable Object[]> {

  private final Path file;
  private final ArchivedTable table;
  private final RowCodec codec;
  private final MessageDigest digest = RowDigest.sha256();
  private final DataInputStream in;
  private long read;

  ArchivedRows(Path file, ArchivedTable table, TableShape shape, InputStream compressed)
      throws IOException {
    this.file = file;
    this.table = table;
    this.codec = new RowCodec(shape);
    InputStream rows =
        new DigestInputStream(new GZIPInputStream(compressed, ArchiveFormat.BUFFER_SIZE), digest);
    this.in = new DataInputStream(new BufferedInputStream(rows, ArchiveFormat.BUFFER_SIZE));
  }

  @Override
  public boolean hasNext() {
    return read < table.rows();
  }

  @Override
  public @Nullable Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      @Nullable Object[] row = codec.decode(in);
      read++;
      return row;
    } catch (IOException e) {
      throw ArchiveDamagedException.of(
          file, "row " + (read + 1) + " of the table " + table.name() + " is malformed", e);
    }
  }

  /**
   * Verifies that all rows were read, and that they are those of the manifest.
   *
   * @throws IOException when they are not
   */
  void verifyEnd() throws IOException {
    if (hasNext() || in.read() >= 0) {
      throw new IOException(
          "the table " + table.name() + " has not the number of rows of the manifest");
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
      throw new IOException(
          "the rows of the table " + table.name() + " are not those of the manifest");
    }
  }
}

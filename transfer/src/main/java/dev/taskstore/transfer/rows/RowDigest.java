package dev.taskstore.transfer.rows;

import dev.taskstore.db.spi.BinaryRows;
import dev.taskstore.db.spi.Dialect;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of the canonical forms of rows, and their number. Not thread-safe. */
public final class RowDigest {

  private static final int BUFFER_SIZE = 64 * 1024;

  private final RowCodec codec;
  private final MessageDigest digest = sha256();
  private final ExposedBuffer buffer = new ExposedBuffer();
  private final DataOutputStream out = new DataOutputStream(buffer);
  private long rows;

  /** Gives access to its bytes without a copy. */
  private static final class ExposedBuffer extends ByteArrayOutputStream {

    ExposedBuffer() {
      super(2 * BUFFER_SIZE);
    }

    void drainTo(MessageDigest target) {
      target.update(buf, 0, count);
      reset();
    }
  }

  /**
   * Creates a digest of no rows.
   *
   * @param codec the codec of the table
   */
  public RowDigest(RowCodec codec) {
    this.codec = codec;
  }

  /** Creates a SHA-256 digest. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Adds a row. */
  public void add(@Nullable Object[] row) {
    try {
      codec.encode(row, out);
    } catch (IOException e) {
      throw new UncheckedIOException("A buffer in memory rejects no bytes", e);
    }
    added();
  }

  private void added() {
    rows++;
    if (buffer.size() >= BUFFER_SIZE) {
      buffer.drainTo(digest);
    }
  }

  /**
   * Returns the digest of all rows of a table in key order, read in the form of bytes.
   *
   * @param connection a connection with an active transaction
   * @param dsl renders SQL for the same database
   * @param dialect the dialect of the database
   * @param table the table
   * @param afterEachRow called after each row
   * @return the digest; empty if the dialect does not read the table in this form, or if the table
   *     contains a value that its column does not allow
   * @throws SQLException if the rows cannot be read
   */
  public static Optional<RowDigest> ofTable(
      Connection connection,
      DSLContext dsl,
      Dialect dialect,
      TableShape table,
      Runnable afterEachRow)
      throws SQLException {
    String sql = TableReader.sql(dsl, table, DSL.noCondition());
    List<Class<?>> types =
        table.columns().stream().<Class<?>>map(column -> column.type().storedType()).toList();
    Optional<BinaryRows> opened = dialect.transfer().binaryRows(connection, sql, types);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    RowDigest digest = new RowDigest(new RowCodec(table));
    boolean complete = true;
    try (BinaryRows rows = opened.get()) {
      while (rows.next()) {
        complete &= digest.add(rows);
        afterEachRow.run();
      }
      return complete && rows.isReadable() ? Optional.of(digest) : Optional.empty();
    }
  }

  private boolean add(BinaryRows row) {
    try {
      boolean complete = codec.encode(row, out);
      added();
      return complete;
    } catch (IOException e) {
      throw new UncheckedIOException("A buffer in memory rejects no bytes", e);
    }
  }

  /** Returns the number of rows. */
  public long rows() {
    return rows;
  }

  /** Returns the digest of the rows so far, in hexadecimal digits. More rows may follow. */
  public String hex() {
    buffer.drainTo(digest);
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The platform's SHA-256 cannot be cloned", e);
    }
  }
}

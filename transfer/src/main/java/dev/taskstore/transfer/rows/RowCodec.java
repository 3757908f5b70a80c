package dev.taskstore.transfer.rows;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidRowException;
import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.spi.BinaryRows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the rows of a table: from a result, to a statement or a bulk load, and in their
 * canonical form. In the canonical form, each value is a byte, 0 for NULL and 1 otherwise, followed
 * by the form of its {@link ValueType}; a row is its values in the order of the columns. The form
 * is version 1 and does not change: digests in reports and archives depend on it.
 *
 * <p>Immutable and thread-safe.
 */
public final class RowCodec {

  private static final int FIXED_SIZE = 24;

  private final String table;
  private final TableColumn[] columns;
  private final Codec<?, Object>[] codecs;

  /**
   * Creates the codec of a table's rows.
   *
   * @param table the table
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types.
  public RowCodec(TableShape table) {
    this.table = table.name();
    this.columns = table.columns().toArray(TableColumn[]::new);
    this.codecs = new Codec[columns.length];
    for (int i = 0; i < columns.length; i++) {
      codecs[i] =
          (Codec<?, Object>) columns[i].type().codec(columns[i].precision(), columns[i].scale());
    }
  }

  /**
   * Reads the current row of a result whose first columns are those of the table.
   *
   * @param row the row
   * @return the values: String, UUID, Instant, Long, Integer, Short, Boolean, BigDecimal, Double,
   *     Float, LocalDate, LocalTime, LocalDateTime, Bytes or null
   * @throws InvalidRowException when a column contains a value that its type does not allow, or
   *     NULL where it is not allowed
   * @throws SQLException when the row cannot be read
   */
  public @Nullable Object[] read(RowReader row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = read(row, i);
    }
    return values;
  }

  private @Nullable Object read(RowReader row, int column) throws SQLException {
    Object value;
    try {
      value = codecs[column].read(row, column + 1);
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw invalid(column, "contains a value that its type does not allow");
    } catch (SQLException e) {
      if (RowReader.isDataException(e)) {
        throw invalid(column, "contains a value that its type does not allow");
      }
      throw e;
    }
    if (value == null && !columns[column].isNullable()) {
      throw invalid(column, "is null");
    }
    return value;
  }

  private InvalidRowException invalid(int column, String predicate) {
    String name = columns[column].name();
    return new InvalidRowException(
        table + "." + name + " " + predicate + ". Correct the row; checkIntegrity lists it.",
        FailureContext.of(table, name),
        null);
  }

  /**
   * Writes a row to a statement or a bulk load.
   *
   * @param values the values
   * @param row receives the values
   * @throws SQLException when the driver rejects a value
   */
  public void write(@Nullable Object[] values, RowWriter row) throws SQLException {
    for (int i = 0; i < columns.length; i++) {
      codecs[i].write(row, values[i]);
    }
  }

  /**
   * Returns the approximate size of a row in memory, to bound buffers.
   *
   * @param values the values
   * @return the number of bytes
   */
  public static long size(@Nullable Object[] values) {
    long size = 0;
    for (Object value : values) {
      if (value instanceof String text) {
        size += 2L * text.length();
      } else if (value instanceof Bytes bytes) {
        size += bytes.length();
      }
      size += FIXED_SIZE;
    }
    return size;
  }

  /**
   * Writes the canonical form of a row.
   *
   * @param values the values
   * @param out receives the bytes
   * @throws IOException when the output rejects them
   */
  public void encode(@Nullable Object[] values, DataOutput out) throws IOException {
    for (int i = 0; i < columns.length; i++) {
      Object value = values[i];
      out.writeBoolean(value != null);
      if (value != null) {
        columns[i].type().encode(out, value);
      }
    }
  }

  /**
   * Writes the canonical form of a row that was read in the form of bytes.
   *
   * @param row the row
   * @param out receives the bytes
   * @return false if the row contains NULL where it is not allowed
   * @throws IOException when the output rejects them
   */
  boolean encode(BinaryRows row, DataOutput out) throws IOException {
    for (int i = 0; i < columns.length; i++) {
      int length = row.length(i);
      boolean present = length != BinaryRows.NULL;
      if (!present && !columns[i].isNullable()) {
        return false;
      }
      out.writeBoolean(present);
      if (present) {
        if (columns[i].type().hasLength()) {
          out.writeInt(length);
        }
        out.write(row.bytes(), row.offset(i), length);
      }
    }
    return true;
  }

  /**
   * Reads the canonical form of a row.
   *
   * @param in supplies the bytes
   * @return the values
   * @throws IOException when the bytes are not the canonical form of a row
   */
  public @Nullable Object[] decode(DataInput in) throws IOException {
    @Nullable Object[] values = new @Nullable Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      int present = in.readUnsignedByte();
      if (present > 1 || (present == 0 && !columns[i].isNullable())) {
        throw new IOException("Unexpected byte in column " + columns[i].name());
      }
      values[i] = present == 0 ? null : columns[i].type().decode(in, columns[i].scale());
    }
    return values;
  }
}

package dev.taskstore.db.mapping;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.InvalidRowException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Arrays;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A column of a mapped table: its codec and the limits of its values. Generated mappings have one
 * for each column.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the Java type of a value
 */
public final class MappedColumn<T> {

  private final ValidationSubject subject;
  private final Codec<?, T> codec;
  private final LengthLimit[] limits;

  private MappedColumn(ValidationSubject subject, Codec<?, T> codec, LengthLimit[] limits) {
    this.subject = subject;
    this.codec = codec;
    this.limits = limits;
  }

  /**
   * Returns a column without limits of its length.
   *
   * @param field the column in jOOQ's table
   * @param codec the codec of its type
   * @param <T> the Java type of a value
   * @return the column
   */
  public static <T> MappedColumn<T> of(TableField<?, T> field, Codec<?, T> codec) {
    return new MappedColumn<>(ValidationSubject.of(field), codec, LengthLimit.NONE);
  }

  /**
   * Adds a limit of the length of text or JSON, in code points, or of binary data, in bytes.
   *
   * @param minimum the least length
   * @param maximum the greatest length
   * @param constraint the name of the constraint that sets the limit, or null
   * @return a copy of this column with one limit more
   */
  public MappedColumn<T> withLength(int minimum, int maximum, @Nullable String constraint) {
    LengthLimit[] more = Arrays.copyOf(limits, limits.length + 1);
    more[limits.length] = new LengthLimit(minimum, maximum, constraint);
    return new MappedColumn<>(subject, codec, more);
  }

  /**
   * Validates a value before any SQL runs.
   *
   * @param value the value; null is valid
   * @throws InvalidArgumentException when no dialect stores the value, or its length exceeds a
   *     limit; the exception names the column and the constraint
   */
  public void validate(@Nullable T value) {
    if (value != null) {
      codec.validate(subject, limits, value);
    }
  }

  /**
   * Writes a value that is valid and normalized already.
   *
   * @param row takes the value
   * @param value the value, or null for SQL NULL
   * @throws SQLException when the driver refuses the value
   */
  public void write(RowWriter row, @Nullable T value) throws SQLException {
    codec.write(row, value);
  }

  /**
   * Validates, normalizes and writes a value to look for, such as a key.
   *
   * @param row takes the value
   * @param value the value, or null for SQL NULL
   * @throws InvalidArgumentException when no dialect stores the value
   * @throws SQLException when the driver refuses the value
   */
  public void writeParameter(RowWriter row, @Nullable T value) throws SQLException {
    codec.writeParameter(row, value);
  }

  /**
   * Reads a value that can be null.
   *
   * @param row the row
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws InvalidRowException when the column contains a value that its type does not allow
   * @throws SQLException when the row cannot be read
   */
  public @Nullable T read(RowReader row, int column) throws SQLException {
    try {
      return codec.read(row, column);
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw unreadable();
    } catch (SQLException e) {
      if (RowReader.isDataException(e)) {
        throw unreadable();
      }
      throw e;
    }
  }

  /**
   * Reads a value of a NOT NULL column.
   *
   * @param row the row
   * @param column the column's position, from 1
   * @return the value
   * @throws InvalidRowException when the column is null, or contains a value that its type does not
   *     allow
   * @throws SQLException when the row cannot be read
   */
  public T require(RowReader row, int column) throws SQLException {
    T value = read(row, column);
    if (value == null) {
      throw invalid("is null, but the mapping requires a value");
    }
    return value;
  }

  private InvalidRowException unreadable() {
    return invalid("contains a value that its type does not allow");
  }

  private InvalidRowException invalid(String predicate) {
    return new InvalidRowException(
        subject.name()
            + " "
            + predicate
            + ". Correct the row, or generate the mapping for this schema.",
        subject.context(),
        null);
  }
}

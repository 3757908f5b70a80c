package dev.taskstore.db.mapping;

import dev.taskstore.db.exception.InvalidRowException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column with its codec.
 *
 * <p>A record, because HotSpot treats the fields of a constant record as constants: reading a
 * column calls its codec directly.
 */
record CodecColumn<T>(ValidationSubject subject, Codec<?, T> codec, List<LengthLimit> limits)
    implements MappedColumn<T> {

  @Override
  public MappedColumn<T> withLength(int minimum, int maximum, @Nullable String constraint) {
    List<LengthLimit> more = new ArrayList<>(limits);
    more.add(new LengthLimit(minimum, maximum, constraint));
    return new CodecColumn<>(subject, codec, List.copyOf(more));
  }

  @Override
  public void validate(@Nullable T value) {
    if (value != null) {
      codec.validate(subject, limits, value);
    }
  }

  @Override
  public void write(RowWriter row, @Nullable T value) throws SQLException {
    codec.write(row, value);
  }

  @Override
  public void writeParameter(RowWriter row, @Nullable T value) throws SQLException {
    codec.writeParameter(row, value);
  }

  @Override
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

  @Override
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

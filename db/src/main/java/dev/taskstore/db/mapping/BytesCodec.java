package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binary data. */
final class BytesCodec extends StoredCodec<byte[], Bytes, Bytes> {

  private static final long serialVersionUID = 1L;

  private static final LengthLimit LIMIT = new LengthLimit(0, ValueLimits.MAX_BYTES, null);
  private static final String UNIT = "bytes";

  BytesCodec() {
    super(byte[].class, Bytes.class, StoredType.BYTES, "Binary data");
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, Bytes value) {
    LengthLimit.check(subject, limits, value.length(), UNIT);
    LIMIT.check(subject, value.length(), UNIT);
  }

  @Override
  public void write(RowWriter row, @Nullable Bytes value) throws SQLException {
    row.bytes(value);
  }

  @Override
  public @Nullable Bytes read(RowReader row, int column) throws SQLException {
    return row.bytes(column);
  }

  @Override
  Bytes encode(Bytes value) {
    return value;
  }

  @Override
  Bytes decode(Bytes stored) {
    return stored;
  }

  @Override
  byte[] toDatabase(Bytes value) {
    return value.toByteArray();
  }

  @Override
  Bytes fromDatabase(byte[] value) {
    return Bytes.of(value);
  }
}

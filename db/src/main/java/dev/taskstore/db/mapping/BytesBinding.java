package dev.taskstore.db.mapping;

import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** Binds {@link Bytes} columns in the form that the dialect stores them in. Thread-safe. */
public final class BytesBinding extends StorageBinding<byte[], Bytes> {

  private static final long serialVersionUID = 1L;
  private static final String WHAT = "Binary data";

  /** Creates the binding; generated tables do. */
  public BytesBinding() {
    super(Converter.ofNullable(byte[].class, Bytes.class, Bytes::of, Bytes::toByteArray));
  }

  @Override
  void set(ValueStorage storage, PreparedStatement statement, int parameter, Bytes value)
      throws SQLException {
    Checks.bytes(WHAT, value);
    storage.setBytes(statement, parameter, value.toByteArray());
  }

  @Override
  @Nullable Bytes get(ValueStorage storage, ResultSet resultSet, int column) throws SQLException {
    byte[] content = storage.getBytes(resultSet, column);
    return content == null ? null : Bytes.of(content);
  }

  @Override
  int nullType(ValueStorage storage) {
    return storage.bytesType();
  }

  @Override
  String literal(ValueStorage storage, Bytes value) {
    Checks.bytes(WHAT, value);
    return storage.bytesLiteral(value.toByteArray());
  }
}

package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Booleans. */
final class BooleanCodec extends StoredCodec.Same<Boolean> {

  private static final long serialVersionUID = 1L;

  BooleanCodec() {
    super(Boolean.class, StoredType.BOOLEAN, "A boolean");
  }

  @Override
  public void write(RowWriter row, @Nullable Boolean value) throws SQLException {
    row.bool(value);
  }

  @Override
  public @Nullable Boolean read(RowReader row, int column) throws SQLException {
    return row.bool(column);
  }
}

package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The integers of each size. */
final class IntegerCodecs {

  private static final String PARAMETER = "An integer";

  private IntegerCodecs() {}

  static final class Bigint extends StoredCodec.Same<Long> {

    private static final long serialVersionUID = 1L;

    Bigint() {
      super(Long.class, StoredType.BIGINT, PARAMETER);
    }

    @Override
    public void write(RowWriter row, @Nullable Long value) throws SQLException {
      row.bigint(value);
    }

    @Override
    public @Nullable Long read(RowReader row, int column) throws SQLException {
      return row.bigint(column);
    }
  }

  static final class Int extends StoredCodec.Same<Integer> {

    private static final long serialVersionUID = 1L;

    Int() {
      super(Integer.class, StoredType.INTEGER, PARAMETER);
    }

    @Override
    public void write(RowWriter row, @Nullable Integer value) throws SQLException {
      row.integer(value);
    }

    @Override
    public @Nullable Integer read(RowReader row, int column) throws SQLException {
      return row.integer(column);
    }
  }

  static final class Smallint extends StoredCodec.Same<Short> {

    private static final long serialVersionUID = 1L;

    Smallint() {
      super(Short.class, StoredType.SMALLINT, PARAMETER);
    }

    @Override
    public void write(RowWriter row, @Nullable Short value) throws SQLException {
      row.smallint(value);
    }

    @Override
    public @Nullable Short read(RowReader row, int column) throws SQLException {
      return row.smallint(column);
    }
  }
}

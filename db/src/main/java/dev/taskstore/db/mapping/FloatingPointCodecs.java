package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finite floating-point numbers, of which databases compare the negative zero differently. */
final class FloatingPointCodecs {

  private static final String PARAMETER = "A floating-point number";
  private static final String NOT_FINITE =
      "must be finite: databases order and compare NaN and infinities differently. Use NULL or"
          + " another column for them";

  private FloatingPointCodecs() {}

  private static SQLException notFinite() {
    return new SQLDataException("The floating-point number is not finite");
  }

  static final class DoublePrecision extends StoredCodec.Same<Double> {

    private static final long serialVersionUID = 1L;

    DoublePrecision() {
      super(Double.class, StoredType.DOUBLE, PARAMETER);
    }

    @Override
    void validate(ValidationSubject subject, List<LengthLimit> limits, Double value) {
      if (!Double.isFinite(value)) {
        throw subject.invalid(NOT_FINITE);
      }
    }

    /** Replaces the negative zero: the sum of both zeros is the positive one. */
    @Override
    public Double normalize(Double value) {
      return value + 0.0;
    }

    @Override
    public void write(RowWriter row, @Nullable Double value) throws SQLException {
      row.doublePrecision(value);
    }

    @Override
    public @Nullable Double read(RowReader row, int column) throws SQLException {
      Double value = row.doublePrecision(column);
      if (value != null && !Double.isFinite(value)) {
        throw notFinite();
      }
      return value == null ? null : normalize(value);
    }
  }

  static final class Real extends StoredCodec.Same<Float> {

    private static final long serialVersionUID = 1L;

    Real() {
      super(Float.class, StoredType.REAL, PARAMETER);
    }

    @Override
    void validate(ValidationSubject subject, List<LengthLimit> limits, Float value) {
      if (!Float.isFinite(value)) {
        throw subject.invalid(NOT_FINITE);
      }
    }

    /** Replaces the negative zero: the sum of both zeros is the positive one. */
    @Override
    public Float normalize(Float value) {
      return value + 0.0f;
    }

    @Override
    public void write(RowWriter row, @Nullable Float value) throws SQLException {
      row.real(value);
    }

    @Override
    public @Nullable Float read(RowReader row, int column) throws SQLException {
      Float value = row.real(column);
      if (value != null && !Float.isFinite(value)) {
        throw notFinite();
      }
      return value == null ? null : normalize(value);
    }
  }
}

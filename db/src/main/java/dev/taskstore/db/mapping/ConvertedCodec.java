package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/**
 * The codec of an enum or of another type of the application.
 *
 * @param <D> the type of the column in jOOQ
 * @param <T> the type that the converter converts from
 * @param <U> the type of the application
 */
final class ConvertedCodec<D, T, U> extends Codec<D, U> {

  private static final long serialVersionUID = 1L;

  private final Codec<D, T> plain;
  private final Converter<T, U> converter;

  ConvertedCodec(Codec<D, T> plain, Converter<T, U> converter) {
    super(plain.databaseType(), converter.toType(), plain.parameter());
    this.plain = plain;
    this.converter = converter;
  }

  @Override
  public boolean isOrdered() {
    return plain.isOrdered();
  }

  @Override
  public TextType textType() {
    return plain.textType();
  }

  @Override
  public boolean isCollated() {
    return plain.isCollated();
  }

  @Override
  public boolean isConverted() {
    return true;
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, U value) {
    plain.validate(subject, limits, converter.to(value));
  }

  @Override
  public void write(RowWriter row, @Nullable U value) throws SQLException {
    T converted = value == null ? null : converter.to(value);
    plain.write(row, converted == null ? null : plain.normalize(converted));
  }

  @Override
  public @Nullable U read(RowReader row, int column) throws SQLException {
    T value = plain.read(row, column);
    return value == null ? null : converter.from(value);
  }

  @Override
  public @Nullable Object readStored(RowReader row, int column) throws SQLException {
    return plain.readStored(row, column);
  }

  @Override
  public U fromStored(Object stored) {
    return converter.from(plain.fromStored(stored));
  }

  @Override
  Object encode(U value) {
    return plain.encode(plain.normalize(converter.to(value)));
  }

  @Override
  D toDatabase(U value) {
    return plain.toDatabase(converter.to(value));
  }

  @Override
  U fromDatabase(D value) {
    return converter.from(plain.fromDatabase(value));
  }

  @Override
  StoredType storedType() {
    return plain.storedType();
  }
}

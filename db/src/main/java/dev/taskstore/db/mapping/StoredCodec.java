package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.util.List;

/**
 * A codec without a converter.
 *
 * @param <D> the type of the column in jOOQ
 * @param <T> the Java type of a value
 * @param <S> the class of the stored form
 */
abstract class StoredCodec<D, T, S> extends Codec<D, T> {

  private static final long serialVersionUID = 1L;

  private final StoredType storedType;

  StoredCodec(Class<D> databaseType, Class<T> javaType, StoredType storedType, String parameter) {
    super(databaseType, javaType, ValidationSubject.of(parameter));
    this.storedType = storedType;
  }

  @Override
  abstract S encode(T value);

  abstract T decode(S stored);

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, T value) {}

  @Override
  @SuppressWarnings("unchecked") // Callers ask accepts() first.
  public final T fromStored(Object stored) {
    return decode((S) stored);
  }

  @Override
  final StoredType storedType() {
    return storedType;
  }

  /**
   * A codec whose values are their own stored form.
   *
   * @param <T> the type of a value in Java, in jOOQ and as it is stored
   */
  abstract static class Same<T> extends StoredCodec<T, T, T> {

    private static final long serialVersionUID = 1L;

    Same(Class<T> type, StoredType storedType, String parameter) {
      super(type, type, storedType, parameter);
    }

    @Override
    final T encode(T value) {
      return value;
    }

    @Override
    final T decode(T stored) {
      return stored;
    }

    @Override
    final T toDatabase(T value) {
      return value;
    }

    @Override
    final T fromDatabase(T value) {
      return value;
    }
  }
}

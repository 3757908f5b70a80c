package dev.taskstore.db.mapping;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.internal.value.StoredType;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.jooq.Binding;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Validates, writes, reads and compares the values of one type of column, and encodes them in page
 * tokens. {@link Codecs} contains the codec of every type.
 *
 * <p>A codec maps the Java type to one of the few types that dialects store: text, integers,
 * booleans, UUIDs, instants, timestamps, dates, times of day, decimals, floating-point numbers and
 * binary data. A value in this form is called stored; equal values have equal stored forms.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <D> the type of the column in jOOQ, as in {@link Binding}
 * @param <T> the Java type of a value
 */
public abstract class Codec<D, T> implements Comparator<T>, Serializable {

  private static final long serialVersionUID = 1L;

  private final Class<D> databaseType;
  private final Class<T> javaType;
  private final ValidationSubject parameter;

  Codec(Class<D> databaseType, Class<T> javaType, ValidationSubject parameter) {
    this.databaseType = databaseType;
    this.javaType = javaType;
    this.parameter = parameter;
  }

  /**
   * Returns the codec of a column or an expression, including its converter.
   *
   * @param type the data type of the column or expression
   * @return the codec
   * @throws IllegalArgumentException when repositories do not support the type
   */
  @SuppressWarnings("unchecked") // Its values have the Java type of the column.
  public static Codec<?, Object> of(DataType<?> type) {
    return (Codec<?, Object>)
        (type.getBinding() instanceof CodecBinding<?, ?> binding
            ? binding.codec()
            : Codecs.withConverter(type));
  }

  /**
   * Returns the Java type of a value.
   *
   * @return the class
   */
  public final Class<T> javaType() {
    return javaType;
  }

  /**
   * Returns whether a converter maps values to a type of the application. It may reject values that
   * the database accepts.
   *
   * @return true for the result of {@link #converted}
   */
  public boolean isConverted() {
    return false;
  }

  /**
   * Returns whether values have the same order on every dialect.
   *
   * @return false for JSON in its canonical form, which databases order differently
   */
  public boolean isOrdered() {
    return true;
  }

  /**
   * Returns whether the database may order values by a collation of their column instead of by code
   * point. Where the order matters, the library renders such columns by {@link
   * dev.taskstore.db.spi.TextFunctions#ordered}.
   *
   * @return true for {@link Codecs#COLLATED_TEXT}, {@link Codecs#COLLATED_CHARACTER} and their
   *     conversions
   */
  public boolean isCollated() {
    return false;
  }

  /**
   * Returns whether the database may order a column by its collation instead of by code point.
   *
   * @param type the data type of the column
   * @return true if the column has a codec that {@link #isCollated()}
   */
  public static boolean isCollated(DataType<?> type) {
    return type.getBinding() instanceof CodecBinding<?, ?> binding && binding.codec().isCollated();
  }

  /**
   * Returns the type of the texts that the database stores.
   *
   * @return the type; {@link TextType#TEXT} for values that are stored as something else
   */
  public TextType textType() {
    return TextType.TEXT;
  }

  final Class<D> databaseType() {
    return databaseType;
  }

  final ValidationSubject parameter() {
    return parameter;
  }

  /**
   * Returns a jOOQ binding that stores values in the same form as repositories. It validates the
   * values that it binds.
   *
   * @return a new binding
   */
  public final Binding<D, T> binding() {
    return new CodecBinding<>(this);
  }

  /**
   * Returns a jOOQ binding for a type of the application.
   *
   * @param converter converts between the Java type of this codec and that of the application
   * @param <U> the type of the application
   * @return the binding of {@link #converted}
   */
  public final <U> Binding<D, U> binding(Converter<T, U> converter) {
    return converted(converter).binding();
  }

  /**
   * Returns a codec for a type of the application.
   *
   * @param converter converts between the Java type of this codec and that of the application
   * @param <U> the type of the application
   * @return the codec
   */
  public final <U> Codec<D, U> converted(Converter<T, U> converter) {
    return new ConvertedCodec<>(this, converter);
  }

  /**
   * Validates a value without a column, such as a parameter of a query.
   *
   * @param what the name of the value in the message
   * @param value the value; null is valid
   * @throws InvalidArgumentException when no dialect stores the value
   */
  public final void validate(String what, @Nullable T value) {
    if (value != null) {
      validate(ValidationSubject.of(what), List.of(), value);
    }
  }

  abstract void validate(ValidationSubject subject, List<LengthLimit> limits, T value);

  /**
   * Normalizes a value that has several equal forms, such as decimals of different scale.
   *
   * @param value the value
   * @return an equal value in its stored precision
   */
  public T normalize(T value) {
    return value;
  }

  /**
   * Writes a value that is already validated and normalized.
   *
   * @param row receives the value
   * @param value the value, or null for SQL NULL
   * @throws SQLException when the driver rejects the value
   */
  public abstract void write(RowWriter row, @Nullable T value) throws SQLException;

  /**
   * Validates, normalizes and writes a value. A value that is only recorded is not validated: the
   * state of the transaction is checked first, and the value when it is written to a statement.
   *
   * @param row receives the value
   * @param value the value, or null for SQL NULL
   * @throws InvalidArgumentException when no dialect stores the value
   * @throws SQLException when the driver rejects the value
   */
  public final void writeParameter(RowWriter row, @Nullable T value) throws SQLException {
    if (value == null) {
      write(row, null);
    } else {
      if (!(row instanceof RecordingRowWriter)) {
        validate(parameter, List.of(), value);
      }
      write(row, normalize(value));
    }
  }

  /**
   * Validates and writes a value in its stored form.
   *
   * @param row receives the value
   * @param stored the stored form, or null for SQL NULL
   * @throws InvalidArgumentException when no dialect stores the value
   * @throws SQLException when the driver refuses the value
   */
  public final void writeStored(RowWriter row, @Nullable Object stored) throws SQLException {
    writeParameter(row, stored == null ? null : fromStored(stored));
  }

  /**
   * Reads a value.
   *
   * @param row the row
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public abstract @Nullable T read(RowReader row, int column) throws SQLException;

  /**
   * Reads a value in its stored form.
   *
   * @param row the row
   * @param column the column's position, from 1
   * @return the stored form, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable Object readStored(RowReader row, int column) throws SQLException {
    T value = read(row, column);
    return value == null ? null : encode(value);
  }

  /**
   * Returns the stored form of a value.
   *
   * @param value the value, or null
   * @return the stored form, or null; equal values have equal stored forms
   */
  public final @Nullable Object toStored(@Nullable T value) {
    return value == null ? null : encode(normalize(value));
  }

  /**
   * Returns the value of a stored form. It is not validated.
   *
   * @param stored the stored form, of the class that {@link #accepts} requires
   * @return the value
   */
  public abstract T fromStored(Object stored);

  abstract Object encode(T value);

  /** Returns the value in jOOQ's type for the column. */
  abstract D toDatabase(T value);

  abstract T fromDatabase(D value);

  abstract StoredType storedType();

  /**
   * Returns whether an object has the class of this codec's stored form.
   *
   * @param stored the object
   * @return true if {@link #fromStored} accepts the object
   */
  public final boolean accepts(Object stored) {
    return storedType().accepts(stored);
  }

  /** Compares two values in the order of the databases. */
  @Override
  public final int compare(T left, T right) {
    return storedType().compare(encode(normalize(left)), encode(normalize(right)));
  }
}

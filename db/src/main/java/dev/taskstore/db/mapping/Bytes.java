package dev.taskstore.db.mapping;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Binary data, the value of a binary column. Two values are equal if all bytes are equal. Values
 * are ordered by their unsigned bytes, and a prefix comes before the longer value; this is the
 * order of every dialect. Immutable and thread-safe.
 */
public final class Bytes implements Comparable<Bytes> {

  /** An empty value. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /**
   * Copies an array.
   *
   * @param content the bytes
   * @return the value; later changes of the array have no effect on it
   */
  public static Bytes of(byte[] content) {
    Objects.requireNonNull(content, "content");
    return content.length == 0 ? EMPTY : new Bytes(content.clone());
  }

  /**
   * Parses hexadecimal digits.
   *
   * @param digits two digits for each byte, upper or lower case
   * @return the value
   * @throws IllegalArgumentException when the text is not hexadecimal
   */
  public static Bytes ofHex(String digits) {
    return new Bytes(HexFormat.of().parseHex(digits));
  }

  /**
   * Returns the number of bytes.
   *
   * @return the length
   */
  public int length() {
    return content.length;
  }

  /**
   * Returns one byte.
   *
   * @param index its position, from 0
   * @return the byte
   * @throws IndexOutOfBoundsException when the position does not exist
   */
  public byte get(int index) {
    return content[index];
  }

  /**
   * Copies the bytes.
   *
   * @return a new array
   */
  public byte[] toByteArray() {
    return content.clone();
  }

  /**
   * Returns the bytes as text.
   *
   * @return two lower-case hexadecimal digits for each byte
   */
  public String toHex() {
    return HexFormat.of().formatHex(content);
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** Returns the length only, because the value may be large. */
  @Override
  public String toString() {
    return "Bytes[length=" + content.length + "]";
  }
}

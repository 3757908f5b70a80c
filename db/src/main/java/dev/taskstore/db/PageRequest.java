package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page of a list: the first, the last, or the page before or after one that was
 * already read. Immutable and thread-safe.
 *
 * <p>{@link #token()} returns the request as text, for example for a link. A token contains the
 * values of one row in the sort columns. It is neither signed nor encrypted: anyone who decodes it
 * can read them.
 */
public final class PageRequest {

  /** The maximum number of items on a page. */
  public static final int MAXIMUM_SIZE = 1_000;

  private static final byte FORMAT = 1;
  private static final int HEADER = 1 + 1 + Integer.BYTES;

  private final int size;
  private final boolean backward;
  private final @Nullable Cursor cursor;

  private PageRequest(int size, boolean backward, @Nullable Cursor cursor) {
    if (size < 1 || size > MAXIMUM_SIZE) {
      throw new InvalidArgumentException(
          "The page size must be 1 to " + MAXIMUM_SIZE + ", not " + size + ".",
          FailureContext.NONE);
    }
    this.size = size;
    this.backward = backward;
    this.cursor = cursor;
  }

  /**
   * Requests the first page.
   *
   * @param size the maximum number of items on the page, 1 to {@link #MAXIMUM_SIZE}
   * @return the request
   * @throws InvalidArgumentException if the size is out of range
   */
  public static PageRequest first(int size) {
    return new PageRequest(size, false, null);
  }

  /**
   * Requests the last page.
   *
   * @param size the maximum number of items on the page, 1 to {@link #MAXIMUM_SIZE}
   * @return the request
   * @throws InvalidArgumentException if the size is out of range
   */
  public static PageRequest last(int size) {
    return new PageRequest(size, true, null);
  }

  /**
   * Parses the token of a request.
   *
   * @param token a token that {@link #token()} returned
   * @return the request
   * @throws InvalidArgumentException if the text is not such a token
   */
  public static PageRequest of(String token) {
    Objects.requireNonNull(token, "token");
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length < HEADER || bytes[0] != FORMAT || (bytes[1] & ~3) != 0) {
        throw damaged();
      }
      int size = ByteBuffer.wrap(bytes).getInt(2);
      boolean hasCursor = (bytes[1] & 2) != 0;
      if (!hasCursor && bytes.length > HEADER) {
        throw damaged();
      }
      Cursor cursor =
          hasCursor ? Cursor.fromBytes(Arrays.copyOfRange(bytes, HEADER, bytes.length)) : null;
      return new PageRequest(size, (bytes[1] & 1) != 0, cursor);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  private static InvalidArgumentException damaged() {
    return new InvalidArgumentException(
        "The page token is damaged. Start again with the first page.", FailureContext.NONE);
  }

  static PageRequest after(int size, Cursor cursor) {
    return new PageRequest(size, false, cursor);
  }

  static PageRequest before(int size, Cursor cursor) {
    return new PageRequest(size, true, cursor);
  }

  /**
   * Returns the maximum number of items on the page.
   *
   * @return the size, 1 to {@link #MAXIMUM_SIZE}
   */
  public int size() {
    return size;
  }

  boolean isBackward() {
    return backward;
  }

  @Nullable Cursor cursor() {
    return cursor;
  }

  /**
   * Returns the request as a token of the characters A to Z, a to z, 0 to 9, {@code -} and {@code
   * _}, which needs no escaping in a URL.
   *
   * @return a token for {@link #of}
   */
  public String token() {
    byte[] place = cursor == null ? new byte[0] : cursor.toBytes();
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + place.length);
    bytes.put(FORMAT);
    bytes.put((byte) ((backward ? 1 : 0) | (cursor == null ? 0 : 2)));
    bytes.putInt(size);
    bytes.put(place);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PageRequest that
        && size == that.size
        && backward == that.backward
        && Objects.equals(cursor, that.cursor);
  }

  @Override
  public int hashCode() {
    return Objects.hash(size, backward, cursor);
  }

  @Override
  public String toString() {
    return "PageRequest[size="
        + size
        + ", "
        + (cursor == null ? (backward ? "last" : "first") : (backward ? "before" : "after"))
        + "]";
  }
}

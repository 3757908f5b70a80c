package dev.taskstore.codegen.schema;

import java.util.Optional;

/**
 * A limit for the length of text in code points, or of binary data in bytes.
 *
 * @param minimum the least length
 * @param maximum the greatest length; {@link Integer#MAX_VALUE} if there is none
 * @param constraint the name of the CHECK; empty for the length of a type
 */
public record TextLimit(int minimum, int maximum, Optional<String> constraint) {

  /** No limit. */
  public static final TextLimit NONE = new TextLimit(0, Integer.MAX_VALUE, Optional.empty());
}

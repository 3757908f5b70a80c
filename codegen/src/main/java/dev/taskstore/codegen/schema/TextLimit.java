package dev.taskstore.codegen.schema;

import java.util.Optional;

/**
 * How long a text may be, in code points.
 *
 * @param minimum the least length
 * @param maximum the greatest length, {@link Integer#MAX_VALUE} when there is none
 * @param constraint the name of the CHECK that says so; empty for the length of a type
 */
public record TextLimit(int minimum, int maximum, Optional<String> constraint) {

  /** No limit at all. */
  public static final TextLimit NONE = new TextLimit(0, Integer.MAX_VALUE, Optional.empty());
}

package dev.taskstore.dialect.tck;

import dev.taskstore.dialect.tck.ValueTable.Samples;
import java.util.List;
import java.util.Map;

/** Sample values of {@code char(5)}. */
final class CharSamples {

  static final Samples<String> CHARACTER =
      Samples.of("p", "", "\t", " a", "A", "Z", "a", "a b", "ab", "abcde", "\u00e9", "\uD83D\uDE80")
          .refusing(List.of("a\0b", "\uD83D"))
          .writtenAs(Map.of("b  ", "b", "abcd    ", "abcd", "   ", ""));

  private CharSamples() {}
}

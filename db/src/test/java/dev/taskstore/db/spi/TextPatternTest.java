package dev.taskstore.db.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import org.jooq.Field;
import org.jooq.Param;
import org.junit.jupiter.api.Test;

class TextPatternTest {

  private static String rendered(TextPattern pattern) {
    return ((Param<String>) field(pattern)).getValue();
  }

  private static Field<String> field(TextPattern pattern) {
    return pattern.render("<", Character::toString, "?", "*", ">");
  }

  @Test
  void wildcardsAreReplaced() {
    assertThat(rendered(TextPattern.like("a%_\\%", null))).isEqualTo("<a*?\\*>");
    assertThat(rendered(TextPattern.like("\ud83d\ude00_", null))).isEqualTo("<\ud83d\ude00?>");
    assertThat(rendered(TextPattern.like("", null))).isEqualTo("<>");
  }

  @Test
  void escapedCharactersStandForThemselves() {
    assertThat(rendered(TextPattern.like("!%!!!a%", '!'))).isEqualTo("<%!a*>");
    assertThat(rendered(TextPattern.like("%%_", '%'))).isEqualTo("<%?>");
    assertThatThrownBy(() -> TextPattern.like("a!", '!'))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void partsContainNoWildcards() {
    assertThat(rendered(TextPattern.of(false, "%_", true))).isEqualTo("<%_*>");
    assertThat(rendered(TextPattern.of(true, "a", false))).isEqualTo("<*a>");
  }

  @Test
  void literalsAndCaseAreKept() {
    TextPattern pattern = TextPattern.of(true, "a", true);

    assertThat(((Param<String>) field(pattern)).isInline()).isFalse();
    assertThat(((Param<String>) field(pattern.inline().ignoringCase())).isInline()).isTrue();
    assertThat(pattern.inline().ignoringCase().ignoresCase()).isTrue();
    assertThat(pattern.ignoringCase().inline().ignoresCase()).isTrue();
    assertThat(pattern.ignoresCase()).isFalse();
  }

  @Test
  void patternsThatNoDatabaseTakesAreRefused() {
    for (String bad : new String[] {"a\0b", "\uD800", "a".repeat(3_501)}) {
      assertThatThrownBy(() -> TextPattern.like(bad, null))
          .isInstanceOf(InvalidArgumentException.class);
    }
  }
}

package dev.taskstore.db.mapping;

import static dev.taskstore.db.TaskTables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedColumnTest {

  private static final String ROCKET = "\uD83D\uDE80";

  private static MappedColumn<String> title(@Nullable String constraint) {
    return MappedColumn.of(TASKS.TITLE, Codecs.TEXT).withLength(1, 3, constraint);
  }

  @Test
  void lengthsAreThoseOfCodePoints() {
    assertThatCode(() -> title("ck").validate(ROCKET.repeat(3))).doesNotThrowAnyException();
    assertThatCode(() -> title("ck").validate(null)).doesNotThrowAnyException();
    assertThatThrownBy(() -> title("ck").validate(ROCKET.repeat(4)))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            e -> {
              assertThat(e.table()).isEqualTo("tasks");
              assertThat(e.columns()).containsExactly("title");
              assertThat(e.constraint()).isEqualTo("ck");
            })
        .hasMessageContaining("1 to 3")
        .hasMessageNotContaining(ROCKET);
    assertThatThrownBy(() -> title(null).validate("")).isInstanceOf(InvalidArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\0", "\uD83D", "\uDE80", "\uDE80\uD83D", "a\uD83Db"})
  void whatIsNoTextIsRefused(String bad) {
    assertThatThrownBy(() -> Codecs.TEXT.validate("A text", bad))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("A text contains a");
  }

  @Test
  void instantsHaveBounds() {
    assertThatCode(() -> Codecs.INSTANT.validate("An instant", ValueLimits.MIN_INSTANT))
        .doesNotThrowAnyException();
    assertThatCode(() -> Codecs.INSTANT.validate("An instant", ValueLimits.MAX_INSTANT))
        .doesNotThrowAnyException();
    assertThatCode(
            () -> Codecs.INSTANT.validate("An instant", ValueLimits.MAX_INSTANT.plusNanos(999)))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> Codecs.INSTANT.validate("An instant", ValueLimits.MAX_INSTANT.plusNanos(1_000)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(
            () -> Codecs.INSTANT.validate("An instant", ValueLimits.MIN_INSTANT.minusNanos(1)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(
            () ->
                MappedColumn.of(TASKS.DUE_AT, Codecs.INSTANT)
                    .validate(ValueLimits.MAX_INSTANT.plusSeconds(1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("tasks.due_at");
  }
}

package dev.taskstore.db.mapping;

import static dev.taskstore.db.TaskTables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

  private static final String ROCKET = "\uD83D\uDE80";

  @Test
  void lengthsAreThoseOfCodePoints() {
    assertThatCode(() -> Checks.text(TASKS.TITLE, ROCKET.repeat(3), 1, 3, "ck"))
        .doesNotThrowAnyException();
    assertThatCode(() -> Checks.text(TASKS.TITLE, null, 1, 3, "ck")).doesNotThrowAnyException();
    assertThatThrownBy(() -> Checks.text(TASKS.TITLE, ROCKET.repeat(4), 1, 3, "ck"))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            e -> {
              assertThat(e.table()).isEqualTo("tasks");
              assertThat(e.columns()).containsExactly("title");
              assertThat(e.constraint()).isEqualTo("ck");
            })
        .hasMessageContaining("1 to 3")
        .hasMessageNotContaining(ROCKET);
    assertThatThrownBy(() -> Checks.text(TASKS.TITLE, "", 1, 3, null))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\0", "\uD83D", "\uDE80", "\uDE80\uD83D", "a\uD83Db"})
  void whatIsNoTextIsRefused(String bad) {
    assertThatThrownBy(() -> Checks.text("A text", bad))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("A text holds a");
  }

  @Test
  void instantsHaveBounds() {
    assertThatCode(() -> Checks.instant("An instant", Checks.MIN_INSTANT))
        .doesNotThrowAnyException();
    assertThatCode(() -> Checks.instant("An instant", Checks.MAX_INSTANT))
        .doesNotThrowAnyException();
    assertThatCode(() -> Checks.instant("An instant", Checks.MAX_INSTANT.plusNanos(999)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Checks.instant("An instant", Checks.MAX_INSTANT.plusNanos(1_000)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> Checks.instant("An instant", Checks.MIN_INSTANT.minusNanos(1)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> Checks.instant(TASKS.DUE_AT, Checks.MAX_INSTANT.plusSeconds(1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("tasks.due_at");
  }
}

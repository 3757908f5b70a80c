package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSizeTest {

  private static final Cursor CURSOR = new Cursor(1, List.of(1L));

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_001, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void sizesOutOfRangeAreRefusedAndTheLimitsNamed(int size) {
    assertThatThrownBy(() -> PageRequest.first(size))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("1 to 1000")
        .hasMessageContaining(String.valueOf(size));
    assertThatThrownBy(() -> PageRequest.last(size)).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> PageRequest.after(size, CURSOR))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> PageRequest.before(size, CURSOR))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 999, 1_000})
  void sizesWithinTheLimitsAreKept(int size) {
    assertThat(PageRequest.first(size).size()).isEqualTo(size);
    assertThat(PageRequest.last(size).size()).isEqualTo(size);
    assertThat(PageRequest.of(PageRequest.after(size, CURSOR).token()).size()).isEqualTo(size);
  }

  @Test
  void requestsShowTheirSizeAndDirectionOnly() {
    Cursor secret = new Cursor(1, List.of("secret-value", 424_242L));

    assertThat(PageRequest.first(5)).hasToString("PageRequest[size=5, first]");
    assertThat(PageRequest.last(5)).hasToString("PageRequest[size=5, last]");
    assertThat(PageRequest.after(5, secret)).hasToString("PageRequest[size=5, after]");
    assertThat(PageRequest.before(5, secret)).hasToString("PageRequest[size=5, before]");
  }
}

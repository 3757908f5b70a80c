package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyTokenTest {

  @Test
  void theTextFormIsParsedAgain() {
    ConsistencyToken token = new ConsistencyToken("any-dialect", 17, "3-A0B1");

    assertThat(token).hasToString("any-dialect.17.3-A0B1");
    assertThat(ConsistencyToken.parse(token.toString())).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "any",
        "any.1",
        "any.1.",
        ".1.0",
        "any..0",
        "any.-1.0",
        "any.x.0",
        "any.1.0.1",
        "any.1.0/1",
        "any.1.0 ",
        "Any.1.0",
        "any.1.\u0661",
        "any.\u0661.0",
        "any.1.0\r\nSet-Cookie: a=b",
        "any.9999999999999999999.0"
      })
  void aTextThatIsNoTokenIsRefusedWithoutBeingRepeated(String text) {
    assertThatThrownBy(() -> ConsistencyToken.parse(text))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage(
            "This is not a consistency token. Pass a text that ConsistencyToken.toString()"
                + " returned.");
  }

  @Test
  void aLongTextIsRefused() {
    assertThatThrownBy(() -> ConsistencyToken.parse("any.1." + "0".repeat(1_000_000)))
        .isInstanceOf(InvalidArgumentException.class);
  }
}

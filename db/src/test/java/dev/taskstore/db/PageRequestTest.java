package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.ValueLimits;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageRequestTest {

  private static final Cursor CURSOR =
      new Cursor(
          7,
          List.of(
              "\uD83D\uDE80 text",
              new UUID(Long.MIN_VALUE, -1),
              ValueLimits.MAX_INSTANT,
              Instant.parse("1969-12-31T23:59:59.999999Z"),
              true,
              Long.MIN_VALUE,
              Integer.MAX_VALUE,
              Short.MIN_VALUE));

  @Test
  void tokensComeBackAsTheRequestsThatTheyWere() {
    for (PageRequest request :
        List.of(
            PageRequest.first(1),
            PageRequest.last(1_000),
            PageRequest.after(50, CURSOR),
            PageRequest.before(3, CURSOR))) {
      assertThat(PageRequest.of(request.token())).isEqualTo(request).hasSameHashCodeAs(request);
      assertThat(request.token()).matches("[A-Za-z0-9_-]+");
    }
  }

  @Test
  void requestsAreDifferentWhenSizeDirectionOrPlaceIs() {
    assertThat(PageRequest.first(2))
        .isNotEqualTo(PageRequest.first(3))
        .isNotEqualTo(PageRequest.last(2))
        .isNotEqualTo(PageRequest.after(2, CURSOR));
    assertThat(PageRequest.after(2, CURSOR).toString()).doesNotContain("text");
  }

  @Test
  void textsThatAreNoTokensAreRefused() {
    for (String text : List.of("", "x", "AQ", "====", "\u00e4", "AQAAAAA", " ", "AQD_____")) {
      assertThatThrownBy(() -> PageRequest.of(text))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageEndingWith(".");
    }
  }

  @Test
  void shortenedTokensAreRefused() {
    byte[] bytes = Base64.getUrlDecoder().decode(PageRequest.after(50, CURSOR).token());
    for (int length = 0; length < bytes.length; length++) {
      String token =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(java.util.Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> PageRequest.of(token)).isInstanceOf(InvalidArgumentException.class);
    }
  }

  @Test
  void damagedTokensAreNeverAnythingButInvalidArguments() {
    Random random = new Random(42);
    byte[] token = Base64.getUrlDecoder().decode(PageRequest.after(50, CURSOR).token());
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = i % 2 == 0 ? token.clone() : new byte[random.nextInt(64)];
      if (i % 2 == 0) {
        for (int changes = random.nextInt(4) + 1; changes > 0; changes--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
      } else {
        random.nextBytes(bytes);
        if (bytes.length > 6 && i % 3 == 0) {
          System.arraycopy(token, 0, bytes, 0, 6);
        }
      }
      String damaged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      Throwable failure = catchThrowable(() -> PageRequest.of(damaged));
      assertThat(failure == null || failure instanceof InvalidArgumentException)
          .as("%s: %s", damaged, failure)
          .isTrue();
    }
  }

  @Test
  void pagesAreMappedWithTheirNeighbours() {
    Page<Integer> page =
        new Page<>(List.of(1, 2), Optional.of(PageRequest.after(2, CURSOR)), Optional.empty());

    assertThat(page.map(i -> "n" + i))
        .isEqualTo(new Page<>(List.of("n1", "n2"), page.next(), page.previous()));
  }
}

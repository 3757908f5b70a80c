package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadPreferenceTest {

  private static final ConsistencyToken TOKEN = new ConsistencyToken("any", 1, "0");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void thePrimaryHasNoLimits() {
    ReadPreference primary = ReadPreference.primary();

    assertThat(primary.permitsReplicas()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> primary.after(TOKEN));
    assertThatIllegalStateException().isThrownBy(() -> primary.within(SECOND));
    assertThatIllegalStateException().isThrownBy(() -> primary.waitingUpTo(SECOND));
  }

  @Test
  void aTokenAndALimitAreCombinedInEitherOrder() {
    ReadPreference both = ReadPreference.replicaAfter(TOKEN).within(SECOND);

    assertThat(both).isEqualTo(ReadPreference.replicaWithin(SECOND).after(TOKEN));
    assertThat(both.hashCode())
        .isEqualTo(ReadPreference.replicaWithin(SECOND).after(TOKEN).hashCode());
    assertThat(both.token()).isEqualTo(TOKEN);
    assertThat(both.maximumStaleness()).isEqualTo(SECOND);
    assertThat(both).isNotEqualTo(both.waitingUpTo(Duration.ZERO));
    assertThat(both)
        .hasToString("ReadPreference[token=any.1.0, maximumStaleness=PT1S, maximumWait=PT0.1S]");
  }

  @Test
  void limitsThatCannotBeKeptAreRefused() {
    ReadPreference after = ReadPreference.replicaAfter(TOKEN);

    assertThatThrownBy(() -> ReadPreference.replicaWithin(Duration.ofMillis(999)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("PT1S");
    assertThatThrownBy(() -> after.waitingUpTo(Duration.ofMillis(-1)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> after.waitingUpTo(Duration.ofSeconds(61)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("PT1M");
  }
}

package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskstore.TaskStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

/** Databases that cannot be opened. */
final class Refusals {

  private static final Duration PROMPTLY = Duration.ofSeconds(10);

  private Refusals() {}

  /**
   * Opens a store, which must fail promptly. Neither the exception nor the log may contain the
   * secret.
   */
  static Throwable refused(TaskStore.Builder builder, String secret) {
    Throwable refused;
    try (LogRecorder log = LogRecorder.start()) {
      long start = System.nanoTime();
      refused = catchThrowable(() -> builder.open().close());
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMPTLY);
      assertThat(log.text()).doesNotContain(secret);
    }
    assertThat(refused).isNotNull();
    assertThat(everythingIn(refused)).doesNotContain(secret);
    return refused;
  }

  static String everythingIn(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

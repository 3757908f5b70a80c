package dev.taskstore.transfer.engine;

import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.report.CopyProgress;
import dev.taskstore.transfer.report.PhaseDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Measures the phases of a run, and passes on the progress. Not thread-safe. */
final class ProgressTracker {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Consumer<? super CopyProgress> consumer;
  private final List<PhaseDuration> durations = new ArrayList<>();
  private @Nullable CopyPhase phase;
  private long startedAt;

  ProgressTracker(Consumer<? super CopyProgress> consumer) {
    this.consumer = consumer;
  }

  /** Begins a phase, and ends the one before. */
  void begin(CopyPhase next) {
    end();
    phase = next;
    startedAt = System.nanoTime();
    report(next, null, 0, 0);
  }

  /** Ends the current phase. */
  void end() {
    CopyPhase ended = phase;
    if (ended != null) {
      durations.add(new PhaseDuration(ended, Duration.ofNanos(System.nanoTime() - startedAt)));
      phase = null;
    }
  }

  /** Reports how far the current phase has come. */
  void report(CopyPhase current, @Nullable String table, long done, long total) {
    TargetSession.requireNotInterrupted();
    long nanos = Math.max(1, System.nanoTime() - startedAt);
    long rate = (long) (done * (double) NANOS_PER_SECOND / nanos);
    Duration remaining =
        done == 0 || total < done
            ? null
            : Duration.ofNanos((long) (nanos * ((double) (total - done) / done)));
    consumer.accept(new CopyProgress(current, table, done, total, rate, remaining));
  }

  List<PhaseDuration> durations() {
    return List.copyOf(durations);
  }
}

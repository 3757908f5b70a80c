package dev.taskstore.examples.console;

import dev.taskstore.examples.formats.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a progress bar on standard error if that is a terminal. */
final class ProgressDisplay implements Progress, AutoCloseable {

  private final ProgressBar bar;

  private ProgressDisplay(ProgressBar bar) {
    this.bar = bar;
  }

  static ProgressDisplay start(String name, Terminal terminal) {
    return start(name, " tasks", terminal);
  }

  /** Starts a display of other things than tasks. */
  static ProgressDisplay start(String name, String unit, Terminal terminal) {
    if (!terminal.isError()) {
      return new ProgressDisplay(null);
    }
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    return new ProgressDisplay(
        new ProgressBarBuilder()
            .setTaskName(name)
            .setUnit(unit, 1)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setConsumer(new ConsoleProgressBarConsumer(err))
            .build());
  }

  @Override
  public void report(long done, long total) {
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
    }
  }

  /** Shows what is being worked on. */
  void describe(String work) {
    if (bar != null) {
      bar.setExtraMessage(work);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

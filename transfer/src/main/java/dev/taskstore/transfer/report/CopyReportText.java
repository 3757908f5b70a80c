package dev.taskstore.transfer.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A report of a copy for people. */
final class CopyReportText {

  private static final int LABEL_WIDTH = 14;

  private CopyReportText() {}

  static String write(CopyReport report) {
    StringBuilder text = new StringBuilder();
    text.append(report.isVerified() ? "Verified: " : "NOT VERIFIED: ")
        .append(number(report.rows()))
        .append(" rows of ")
        .append(report.tables().size())
        .append(" tables ")
        .append(report.isVerified() ? "are equal in both databases.\n\n" : "were compared.\n\n");
    line(text, "source", describe(report.source()));
    line(text, "target", describe(report.target()));
    line(text, "started", report.startedAt().toString());
    line(text, "finished", report.finishedAt().toString());
    line(text, "library", report.libraryVersion());
    ChangelogState changelog = report.changelog();
    if (changelog != null) {
      line(
          text,
          "changelog",
          changelog.changeSets()
              + " changesets"
              + (changelog.last() == null ? "" : ", the last is " + changelog.last())
              + (changelog.tag() == null ? "" : ", tag " + changelog.tag()));
    }
    List<String> drift = report.drift();
    line(text, "drift", drift == null ? "not compared" : drift.isEmpty() ? "none" : "");
    if (drift != null) {
      drift.forEach(difference -> text.append("  ").append(difference).append('\n'));
    }
    Duration stop = report.longestStop();
    if (stop != null) {
      line(text, "changes", number(report.changes()) + " applied during the copy");
      line(text, "longest stop", millis(stop));
    }
    if (report.isResumed()) {
      line(text, "resumed", "yes");
    }
    for (PhaseDuration phase : report.phases()) {
      line(text, phase.phase().word(), millis(phase.duration()));
    }
    text.append('\n');
    TableLines.append(text, report.tables());
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(label).append(" ".repeat(LABEL_WIDTH - label.length())).append(value).append('\n');
  }

  private static String describe(DatabaseDescription database) {
    return database.location() + " (" + database.product() + "; " + database.driver() + ")";
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%,d ms", duration.toMillis());
  }
}

package dev.taskstore.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A bar chart of ratios to held JDBC: for each workload TaskStore, pooled JDBC and the best peer.
 * Shorter is better. A vertical line marks held JDBC, which is 1.
 */
record Chart(Medians medians) {

  private static final int LABELS = 150;
  private static final int UNIT = 110;
  private static final double LONGEST = 5;
  private static final int LINE = LABELS + UNIT;
  private static final int BAR = 7;
  private static final int BAR_LABEL_SIZE = 7;
  private static final int BAR_LABEL_GAP = 4;
  // Digits and most letters are narrower in common sans-serif fonts; text is not measured.
  private static final double CHARACTER = 0.64 * BAR_LABEL_SIZE;
  private static final int ROW = 3 * BAR + 9;
  private static final int PANEL_TOP = 34;
  private static final int WIDTH = LABELS + (int) (LONGEST * UNIT) + 60;

  private record Bar(String style, String title, OptionalDouble ratio) {}

  String svg() {
    StringBuilder panels = new StringBuilder();
    int top = 30;
    for (DatabaseKind database : medians.databases()) {
      top = panel(panels, database, top);
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" font-family="sans-serif" font-size="11">
        <style>
        text { fill: #333 } .axis { stroke: #888 } .store { fill: #1a73c8 } .pooled { fill: #9aa5b1 } .peer { fill: #d98324 }
        @media (prefers-color-scheme: dark) { text { fill: #ddd } .store { fill: #5aa9f0 } .pooled { fill: #7b8794 } .peer { fill: #e9a554 } }
        </style>
        <title>Time of one operation relative to JDBC held; shorter is better</title>
        %s%s</svg>
        """
        .formatted(WIDTH, top, WIDTH, legend(), panels);
  }

  private static String legend() {
    return rect("store", LABELS, 8, 10, 10)
        + text(LABELS + 15, 17, "start", "TaskStore")
        + rect("pooled", LABELS + 90, 8, 10, 10)
        + text(LABELS + 105, 17, "start", "JDBC pooled")
        + rect("peer", LABELS + 190, 8, 10, 10)
        + text(LABELS + 205, 17, "start", "fastest peer; the line at 1 is JDBC held");
  }

  private int panel(StringBuilder out, DatabaseKind database, int top) {
    List<Workload> workloads = medians.workloads(database);
    out.append(text(LABELS, top + 20, "start", database.title() + ": time relative to JDBC held"));
    int y = top + PANEL_TOP;
    for (Workload workload : workloads) {
      out.append(text(LABELS - 8, y + ROW / 2 + 1, "end", workload.id()));
      for (Bar bar : bars(database, workload)) {
        if (bar.ratio().isPresent()) {
          out.append(bar(bar, y));
        }
        y += BAR;
      }
      y += ROW - 3 * BAR;
    }
    out.append(
        "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n"
            .formatted(LINE, top + PANEL_TOP - 4, LINE, y));
    return y + 10;
  }

  private List<Bar> bars(DatabaseKind database, Workload workload) {
    List<Bar> bars = new ArrayList<>();
    bars.add(bar("store", database, workload, Libraries.TASK_STORE));
    bars.add(bar("pooled", database, workload, Libraries.POOLED));
    medians
        .bestPeer(database, workload)
        .ifPresentOrElse(
            peer -> bars.add(bar("peer", database, workload, peer)),
            () -> bars.add(new Bar("peer", "", OptionalDouble.empty())));
    return bars;
  }

  private Bar bar(String style, DatabaseKind database, Workload workload, String library) {
    return new Bar(style, library, medians.ratio(database, workload, library, Libraries.HELD));
  }

  private static String bar(Bar bar, int y) {
    double ratio = bar.ratio().getAsDouble();
    int length = (int) Math.round(Math.min(ratio, LONGEST) * UNIT);
    String ratioText = String.format(Locale.ROOT, "%.2f", ratio);
    String label = bar.style().equals("peer") ? ratioText + " " + bar.title() : ratioText;
    return rect(bar.style(), LABELS, y, length, BAR - 1)
        + "<text x=\"%d\" y=\"%d\" font-size=\"%d\">%s</text>\n"
            .formatted(labelStart(LABELS + length, label), y + BAR - 1, BAR_LABEL_SIZE, label);
  }

  /** Where the label of a bar starts: after the bar, or after the line if the two would touch. */
  private static int labelStart(int barEnd, String label) {
    int start = barEnd + BAR_LABEL_GAP;
    double end = start + label.length() * CHARACTER;
    boolean touchesLine = start < LINE + BAR_LABEL_GAP && end > LINE - BAR_LABEL_GAP;
    return touchesLine ? LINE + BAR_LABEL_GAP : start;
  }

  private static String rect(String style, int x, int y, int width, int height) {
    return "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"1\"/>\n"
        .formatted(style, x, y, width, height);
  }

  private static String text(int x, int y, String anchor, String text) {
    return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n".formatted(x, y, anchor, text);
  }
}

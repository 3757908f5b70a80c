package dev.taskstore.codegen.specification.diagram;

import dev.taskstore.codegen.specification.diagram.Wire.Point;
import java.util.List;
import java.util.Locale;

/** Writes a diagram as an SVG file that is legible on light and on dark backgrounds. */
public final class SvgWriter {

  private static final int LEGEND = 54;
  private static final int LEGEND_WIDTH = 620;
  private static final int CORNER = 6;

  // Repeats each color for dark backgrounds, because some viewers do not support CSS variables.
  private static final String STYLE =
      """
        text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; }
        .title { font: 600 14px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        .mark { font-size: 10px; font-weight: 600; fill: #0550ae; }
        .detail { fill: #59636e; }
        .legend { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #59636e; }
        .ground { fill: #ffffff; }
        .box { fill: #ffffff; stroke: #afb8c1; }
        .head { fill: #ddf4ff; }
        .rule { stroke: #d8dee4; }
        .link, .end { fill: none; stroke: #57606a; stroke-width: 1.4; }
        .none { fill: #ffffff; stroke: #57606a; stroke-width: 1.4; }
        .junction { fill: #57606a; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3; }
          .mark { fill: #79c0ff; }
          .detail, .legend { fill: #9198a1; }
          .ground { fill: #0d1117; }
          .box { fill: #151b23; stroke: #3d444d; }
          .head { fill: #10293f; }
          .rule { stroke: #2a313a; }
          .link, .end { stroke: #9198a1; }
          .none { fill: #0d1117; stroke: #9198a1; }
          .junction { fill: #9198a1; }
        }
      """;

  private final StringBuilder svg = new StringBuilder();

  private SvgWriter() {}

  /**
   * Writes a diagram.
   *
   * @param title the description for screen readers and browser tabs
   * @param legend the meaning of the marks of rows
   * @param boxes the boxes; the layout depends on the order of boxes and links
   * @param links the links between the boxes
   * @return the document, the same for the same input
   */
  public static String write(String title, String legend, List<Box> boxes, List<Link> links) {
    return new SvgWriter().diagram(title, legend, Layout.of(boxes, links));
  }

  private String diagram(String title, String legend, Layout layout) {
    int width = Math.max(layout.width(), LEGEND_WIDTH) + Layout.MARGIN;
    int height = layout.height() + Layout.MARGIN + LEGEND;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title\" width=\"%d\""
            + " height=\"%d\" viewBox=\"0 0 %d %d\">",
        width, height, width, height);
    line("<title id=\"title\">%s</title>", escape(title));
    line("<style>\n%s</style>", STYLE);
    line("<rect class=\"ground\" width=\"%d\" height=\"%d\"/>", width, height);
    layout.wires().forEach(this::link);
    layout.junctions().forEach(this::junction);
    layout.nodes().forEach(this::box);
    legend(legend, layout.height() + Layout.MARGIN + 6);
    line("</svg>");
    return svg.toString();
  }

  private void box(Node node) {
    Box box = node.box();
    int x = node.x();
    int y = node.y();
    line("<g>");
    line(
        "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>",
        x, y, node.width(), node.height());
    line(
        "<path class=\"head\" d=\"M%d %dv-%dq0 -5 5 -5h%dq5 0 5 5v%dz\"/>",
        x + 1, y + Box.HEADER, Box.HEADER - 6, node.width() - 12, Box.HEADER - 6);
    text("title", x + Box.PADDING, y + 20, box.title());
    for (int i = 0; i < box.rows().size(); i++) {
      Box.Row row = box.rows().get(i);
      int middle = y + Box.middle(i);
      line(
          "<path class=\"rule\" d=\"M%d %dh%d\"/>",
          x + 1, y + Box.HEADER + i * Box.ROW, node.width() - 2);
      if (!row.mark().isEmpty()) {
        text("mark", x + Box.PADDING, middle + 4, row.mark());
      }
      text("name", x + box.textStart(), middle + 4, row.text());
      line(
          "<text class=\"detail\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>",
          node.right() - Box.PADDING, middle + 4, escape(row.detail()));
    }
    line("</g>");
  }

  private void link(Wire wire) {
    List<Point> corners = wire.corners();
    line("<path class=\"link\" d=\"%s\"/>", rounded(corners));
    Point first = corners.get(0);
    Point last = corners.get(corners.size() - 1);
    int side = corners.get(corners.size() - 2).x() < last.x() ? -1 : 1;
    child(wire.link(), wire.childFirst() ? first : last, wire.childFirst() ? 1 : side);
    parent(wire.link(), wire.childFirst() ? last : first, wire.childFirst() ? side : 1);
  }

  private void junction(Point branch) {
    line("<circle class=\"junction\" cx=\"%d\" cy=\"%d\" r=\"2.5\"/>", branch.x(), branch.y());
  }

  /** A crow's foot, or a bar if there is at most one child, and the circle for none. */
  private void child(Link link, Point end, int side) {
    if (link.one()) {
      bar(end, 7 * side);
      none(end, 13 * side);
    } else {
      line(
          "<path class=\"end\" d=\"M%d %dl%d 6l%d 6\"/>",
          end.x(), end.y() - 6, 11 * side, -11 * side);
      none(end, 15 * side);
    }
  }

  private void parent(Link link, Point end, int side) {
    bar(end, 7 * side);
    if (link.optional()) {
      none(end, 13 * side);
    } else {
      bar(end, 12 * side);
    }
  }

  private void bar(Point end, int distance) {
    line("<path class=\"end\" d=\"M%d %dv8\"/>", end.x() + distance, end.y() - 4);
  }

  private void none(Point end, int distance) {
    line("<circle class=\"none\" cx=\"%d\" cy=\"%d\" r=\"4\"/>", end.x() + distance, end.y());
  }

  private void legend(String legend, int y) {
    int x = Layout.MARGIN;
    text("legend", x, y + 12, legend);
    x = sample(new Link(0, 0, 0, 0, false, false), x, y + 32, "exactly one", false);
    x = sample(new Link(0, 0, 0, 0, false, true), x, y + 32, "none or one", false);
    x = sample(new Link(0, 0, 0, 0, false, false), x, y + 32, "any number", true);
    text("legend", x, y + 36, "(read at the table that it touches)");
  }

  private int sample(Link link, int x, int y, String meaning, boolean child) {
    line("<path class=\"link\" d=\"M%d %dh26\"/>", x, y);
    Point end = new Point(x + 26, y);
    if (child) {
      child(link, end, -1);
    } else {
      parent(link, end, -1);
    }
    line("<path class=\"end\" d=\"M%d %dv16\"/>", x + 26, y - 8);
    text("legend", x + 34, y + 4, meaning);
    return x + 130;
  }

  /** A path through all corners, each rounded by an arc. */
  private static String rounded(List<Point> corners) {
    StringBuilder path = new StringBuilder();
    path.append('M').append(corners.get(0).x()).append(' ').append(corners.get(0).y());
    for (int i = 1; i < corners.size() - 1; i++) {
      Point before = corners.get(i - 1);
      Point corner = corners.get(i);
      Point after = corners.get(i + 1);
      Point from = towards(corner, before);
      Point to = towards(corner, after);
      path.append('L').append(from.x()).append(' ').append(from.y());
      path.append('Q').append(corner.x()).append(' ').append(corner.y());
      path.append(' ').append(to.x()).append(' ').append(to.y());
    }
    Point last = corners.get(corners.size() - 1);
    return path.append('L').append(last.x()).append(' ').append(last.y()).toString();
  }

  private static Point towards(Point corner, Point other) {
    int dx = other.x() - corner.x();
    int dy = other.y() - corner.y();
    int step = Math.min(CORNER, (Math.abs(dx) + Math.abs(dy)) / 2);
    return new Point(
        corner.x() + Integer.signum(dx) * step, corner.y() + Integer.signum(dy) * step);
  }

  private void text(String style, int x, int y, String content) {
    line("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>", style, x, y, escape(content));
  }

  private void line(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

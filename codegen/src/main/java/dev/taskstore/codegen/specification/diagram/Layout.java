package dev.taskstore.codegen.specification.diagram;

import dev.taskstore.codegen.specification.diagram.Wire.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where everything of a diagram is. For one thread. */
final class Layout {

  static final int MARGIN = 24;
  private static final int GAP = 28;
  private static final int LEAST_WIDTH = 640;

  private final List<Node> nodes = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();
  private int width;
  private int height;

  private Layout() {}

  /** Lays out the boxes that are linked, and beneath them in lines those that are not. */
  static Layout of(List<Box> boxes, List<Link> links) {
    int[] linked =
        IntStream.range(0, boxes.size())
            .filter(box -> links.stream().anyMatch(l -> l.child() == box || l.parent() == box))
            .toArray();
    int[] place = new int[boxes.size()];
    for (int i = 0; i < linked.length; i++) {
      place[linked[i]] = i;
    }
    Layout layout = new Layout();
    layout.layers(
        IntStream.of(linked).mapToObj(boxes::get).toList(),
        links.stream()
            .map(
                link ->
                    new Link(
                        place[link.child()],
                        link.childRow(),
                        place[link.parent()],
                        link.parentRow(),
                        link.one(),
                        link.optional()))
            .toList());
    layout.lines(
        IntStream.range(0, boxes.size())
            .filter(box -> IntStream.of(linked).noneMatch(other -> other == box))
            .mapToObj(boxes::get)
            .toList());
    return layout;
  }

  /** The boxes with their places. */
  List<Node> nodes() {
    return nodes;
  }

  /** The links with their ways. */
  List<Wire> wires() {
    return wires;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  private void layers(List<Box> boxes, List<Link> links) {
    Graph graph = Graph.of(boxes, links);
    Ordering.improve(graph);
    Heights.assign(graph);
    for (Node node : graph.layers().stream().flatMap(List::stream).toList()) {
      node.y = Math.round(node.y) + MARGIN;
      height = Math.max(height, (int) node.y + node.height);
    }
    int x = MARGIN;
    List<Channel> channels = new ArrayList<>();
    for (List<Node> layer : graph.layers()) {
      int widest = layer.stream().flatMap(n -> n.box.stream()).mapToInt(Box::width).max().orElse(0);
      for (Node node : layer) {
        node.x = x;
        node.width = widest;
      }
      x += widest;
      width = x;
      Channel channel =
          new Channel(graph.segments().stream().filter(s -> layer.contains(s.left())).toList());
      channel.moveTo(x);
      channels.add(channel);
      x += channel.width();
      width = channel.used() ? x : width;
    }
    nodes.addAll(graph.nodes());
    for (int i = 0; i < links.size(); i++) {
      List<Segment> route = graph.routes().get(i);
      boolean childFirst = route.get(0).left() == graph.nodes().get(links.get(i).child());
      wires.add(new Wire(links.get(i), corners(route, channels), childFirst));
    }
  }

  private static List<Point> corners(List<Segment> route, List<Channel> channels) {
    List<Point> corners = new ArrayList<>();
    for (Segment segment : route) {
      int track = channels.get(segment.left().layer).x(segment);
      corners.add(new Point(segment.left().x + segment.left().width, segment.leftY()));
      if (segment.loop() || !segment.straight()) {
        corners.add(new Point(track, segment.leftY()));
        corners.add(new Point(track, segment.rightY()));
      }
      int end = segment.right().x + (segment.loop() ? segment.right().width : 0);
      corners.add(new Point(end, segment.rightY()));
    }
    return corners;
  }

  private void lines(List<Box> boxes) {
    int limit = Math.max(width, LEAST_WIDTH);
    int x = MARGIN;
    int y = height == 0 ? MARGIN : height + GAP;
    for (Box box : boxes) {
      if (x > MARGIN && x + box.width() > limit) {
        x = MARGIN;
        y = height + GAP;
      }
      Node node = Node.of(box, 0);
      node.x = x;
      node.y = y;
      node.width = box.width();
      nodes.add(node);
      x += box.width() + GAP;
      width = Math.max(width, x - GAP);
      height = Math.max(height, y + box.height());
    }
  }
}

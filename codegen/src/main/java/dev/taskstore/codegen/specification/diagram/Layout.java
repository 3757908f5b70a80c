package dev.taskstore.codegen.specification.diagram;

import dev.taskstore.codegen.specification.diagram.Wire.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The places of all parts of a diagram.
 *
 * @param nodes the boxes that have links, in the order given, then those that have none
 * @param wires the links, in the order given
 * @param junctions where links that share an end branch
 * @param width the right edge of the rightmost part
 * @param height the lower edge of the lowest part
 */
record Layout(List<Node> nodes, List<Wire> wires, List<Point> junctions, int width, int height) {

  static final int MARGIN = 24;
  static final int GAP = 28;
  private static final int LEAST_WIDTH = 640;

  /** Copies the lists. */
  Layout {
    nodes = List.copyOf(nodes);
    wires = List.copyOf(wires);
    junctions = List.copyOf(junctions);
  }

  /** Places the boxes that have links in layers, and those that have none in lines below them. */
  static Layout of(List<Box> boxes, List<Link> links) {
    int[] linked =
        IntStream.range(0, boxes.size())
            .filter(box -> links.stream().anyMatch(l -> l.child() == box || l.parent() == box))
            .toArray();
    int[] place = new int[boxes.size()];
    for (int i = 0; i < linked.length; i++) {
      place[linked[i]] = i;
    }
    Layout layers =
        LayeredGraph.layout(
            IntStream.of(linked).mapToObj(boxes::get).toList(),
            links.stream()
                .map(link -> link.between(place[link.child()], place[link.parent()]))
                .toList());
    return layers.withLines(
        IntStream.range(0, boxes.size())
            .filter(box -> IntStream.of(linked).noneMatch(other -> other == box))
            .mapToObj(boxes::get)
            .toList());
  }

  private Layout withLines(List<Box> boxes) {
    List<Node> all = new ArrayList<>(nodes);
    int limit = Math.max(width, LEAST_WIDTH);
    int right = width;
    int bottom = height;
    int x = MARGIN;
    int y = height == 0 ? MARGIN : height + GAP;
    for (Box box : boxes) {
      if (x > MARGIN && x + box.width() > limit) {
        x = MARGIN;
        y = bottom + GAP;
      }
      Node node = new Node(box, x, y, box.width());
      all.add(node);
      x = node.right() + GAP;
      right = Math.max(right, node.right());
      bottom = Math.max(bottom, node.bottom());
    }
    return new Layout(all, wires, junctions, right, bottom);
  }
}

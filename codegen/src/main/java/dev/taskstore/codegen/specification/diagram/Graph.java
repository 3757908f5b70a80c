package dev.taskstore.codegen.specification.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Boxes in layers, with a node in every layer that a link passes.
 *
 * @param layers the nodes of each layer from top to bottom
 * @param nodes the nodes of the boxes, in the order of the boxes
 * @param routes the segments of each link from left to right, in the order of the links
 */
record Graph(List<List<Node>> layers, List<Node> nodes, List<List<Segment>> routes) {

  private static final int SHIFT = 5;

  static Graph of(List<Box> boxes, List<Link> links) {
    int[] layer = Layers.of(boxes.size(), links);
    List<List<Node>> layers = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      Node node = Node.of(boxes.get(i), layer[i]);
      nodes.add(node);
      at(layers, node.layer).add(node);
    }
    List<List<Segment>> routes = new ArrayList<>();
    for (Link link : links) {
      routes.add(route(link, links, nodes, layers));
    }
    return new Graph(layers, nodes, routes);
  }

  private static List<Segment> route(
      Link link, List<Link> links, List<Node> nodes, List<List<Node>> layers) {
    Node child = nodes.get(link.child());
    Node parent = nodes.get(link.parent());
    int childPort = Box.middle(link.childRow());
    int parentPort = Box.middle(link.parentRow()) + shift(link, links);
    boolean childLeft = child.layer < parent.layer || link.toItself();
    Node left = childLeft ? child : parent;
    Node right = childLeft ? parent : child;
    int leftPort = childLeft ? childPort : parentPort;
    List<Segment> route = new ArrayList<>();
    while (right.layer - left.layer > 1) {
      Node passage = Node.passage(left.layer + 1);
      layers.get(passage.layer).add(passage);
      route.add(new Segment(left, leftPort, passage, Node.PASSAGE_PORT));
      left = passage;
      leftPort = Node.PASSAGE_PORT;
    }
    route.add(new Segment(left, leftPort, right, childLeft ? parentPort : childPort));
    return route;
  }

  /** Links that end at one row share its middle, but not when their ends look different. */
  private static int shift(Link link, List<Link> links) {
    boolean mixed =
        links.stream()
            .filter(other -> other.parent() == link.parent())
            .filter(other -> other.parentRow() == link.parentRow())
            .anyMatch(other -> other.optional() != link.optional());
    if (!mixed) {
      return 0;
    }
    return link.optional() ? SHIFT : -SHIFT;
  }

  private static List<Node> at(List<List<Node>> layers, int layer) {
    while (layers.size() <= layer) {
      layers.add(new ArrayList<>());
    }
    return layers.get(layer);
  }

  List<Segment> segments() {
    return routes.stream().flatMap(List::stream).toList();
  }
}

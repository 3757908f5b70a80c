package dev.taskstore.codegen.specification.diagram;

import dev.taskstore.codegen.specification.diagram.Wire.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVectorChain;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.core.util.ElkUtil;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * A graph of the Eclipse Layout Kernel (ELK). Its layered algorithm places boxes in layers from
 * left to right and routes links at right angles. For one thread.
 *
 * @see <a href="https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html">ELK
 *     Layered</a>
 */
final class LayeredGraph {

  private static final double LINE_GAP = 12;
  // The symbols at the ends of a link need this much of a straight line.
  private static final double LINK_END = 34;
  private static final int SHIFT = 5;
  // The default of 7 attempts leaves a third more crossings in a schema of 30 tables.
  private static final int ATTEMPTS = 50;

  private record Port(int box, int y, PortSide side, boolean child) {}

  private final ElkNode root = ElkGraphUtil.createGraph();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<ElkEdge> edges = new ArrayList<>();
  private final Map<Port, ElkPort> ports = new HashMap<>();

  private LayeredGraph() {
    root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
    root.setProperty(LayeredOptions.GENERATE_POSITION_AND_LAYER_IDS, true);
    root.setProperty(LayeredOptions.THOROUGHNESS, ATTEMPTS);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(Layout.MARGIN));
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, (double) Layout.GAP);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 2 * LINK_END);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, LINE_GAP);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, LINK_END);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, LINE_GAP);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, LINE_GAP);
    root.setProperty(LayeredOptions.SPACING_NODE_SELF_LOOP, LINK_END);
  }

  /** Lays out boxes of which each has a link. The result is the same for the same input. */
  static Layout layout(List<Box> boxes, List<Link> links) {
    if (boxes.isEmpty()) {
      return new Layout(List.of(), List.of(), List.of(), 0, 0);
    }
    int[] layers = layers(boxes, links);
    LayeredGraph graph = new LayeredGraph();
    graph.addBoxes(boxes, layers);
    graph.addLinks(links, layers);
    graph.run();
    return graph.result(boxes, links);
  }

  /**
   * The layer of each box. ELK reverses links to break cycles, and routes a reversed link around
   * its boxes if its ports have fixed sides. So a graph without ports shows which side of a box a
   * link has to leave.
   */
  private static int[] layers(List<Box> boxes, List<Link> links) {
    LayeredGraph graph = new LayeredGraph();
    boxes.forEach(box -> graph.addNode(box.width(), box.height()));
    for (Link link : links) {
      ElkGraphUtil.createSimpleEdge(graph.nodes.get(link.parent()), graph.nodes.get(link.child()));
    }
    graph.run();
    return graph.nodes.stream()
        .mapToInt(node -> node.getProperty(LayeredOptions.LAYERING_LAYER_ID))
        .toArray();
  }

  private ElkNode addNode(int width, int height) {
    ElkNode node = ElkGraphUtil.createNode(root);
    node.setDimensions(width, height);
    nodes.add(node);
    return node;
  }

  /** Adds each box with the width of the widest box in its layer. */
  private void addBoxes(List<Box> boxes, int[] layers) {
    Map<Integer, Integer> widths = new HashMap<>();
    for (int i = 0; i < layers.length; i++) {
      widths.merge(layers[i], boxes.get(i).width(), Math::max);
    }
    for (int i = 0; i < layers.length; i++) {
      ElkNode node = addNode(widths.get(layers[i]), boxes.get(i).height());
      node.setProperty(LayeredOptions.ALIGNMENT, Alignment.LEFT);
      node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    }
  }

  /** Adds each link from left to right, with its ends at the middle of its rows. */
  private void addLinks(List<Link> links, int[] layers) {
    for (Link link : links) {
      boolean childLeft = layers[link.child()] < layers[link.parent()];
      PortSide childSide = childLeft || link.toItself() ? PortSide.EAST : PortSide.WEST;
      PortSide parentSide = childLeft ? PortSide.WEST : PortSide.EAST;
      int parentY = Box.middle(link.parentRow()) + shift(link, links);
      ElkPort child = port(new Port(link.child(), Box.middle(link.childRow()), childSide, true));
      ElkPort parent = port(new Port(link.parent(), parentY, parentSide, false));
      edges.add(
          childLeft
              ? ElkGraphUtil.createSimpleEdge(child, parent)
              : ElkGraphUtil.createSimpleEdge(parent, child));
    }
  }

  /** Links that end at one row share its middle, unless their ends look different. */
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

  private ElkPort port(Port port) {
    return ports.computeIfAbsent(
        port,
        key -> {
          ElkNode node = nodes.get(key.box());
          ElkPort added = ElkGraphUtil.createPort(node);
          added.setProperty(LayeredOptions.PORT_SIDE, key.side());
          added.setLocation(key.side() == PortSide.EAST ? node.getWidth() : 0, key.y());
          return added;
        });
  }

  private void run() {
    // Creating the service registers the types of ELK's options, once for all threads.
    LayoutMetaDataService.getInstance();
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
  }

  private Layout result(List<Box> boxes, List<Link> links) {
    List<Node> placed = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      ElkNode node = nodes.get(i);
      placed.add(
          new Node(boxes.get(i), round(node.getX()), round(node.getY()), round(node.getWidth())));
    }
    List<Wire> wires = new ArrayList<>();
    List<Point> junctions = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      ElkEdge edge = edges.get(i);
      boolean childFirst =
          !link.toItself() && ElkGraphUtil.getSourceNode(edge) == nodes.get(link.child());
      KVectorChain ends =
          ElkUtil.createVectorChain(ElkGraphUtil.firstEdgeSection(edge, false, false));
      wires.add(new Wire(link, points(ends), childFirst));
      KVectorChain branches = edge.getProperty(LayeredOptions.JUNCTION_POINTS);
      if (branches != null) {
        junctions.addAll(points(branches));
      }
    }
    List<Point> corners = wires.stream().flatMap(wire -> wire.corners().stream()).toList();
    return new Layout(
        placed,
        wires,
        junctions.stream().distinct().toList(),
        end(placed.stream().map(Node::right), corners.stream().map(Point::x)),
        end(placed.stream().map(Node::bottom), corners.stream().map(Point::y)));
  }

  /** The first coordinate after the boxes and the lines, which are at least one wide. */
  private static int end(Stream<Integer> boxes, Stream<Integer> lines) {
    return Stream.concat(boxes, lines.map(line -> line + 1)).max(Integer::compare).orElse(0);
  }

  private static List<Point> points(KVectorChain chain) {
    return chain.stream().map(vector -> new Point(round(vector.x), round(vector.y))).toList();
  }

  private static int round(double coordinate) {
    return (int) Math.round(coordinate);
  }
}

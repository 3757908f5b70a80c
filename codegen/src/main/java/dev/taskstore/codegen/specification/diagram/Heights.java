package dev.taskstore.codegen.specification.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves the nodes of each layer up and down, so that links are as straight as they can be while no
 * two nodes overlap: least squares under an order, solved by pooling neighbours that violate it.
 */
final class Heights {

  private static final int SWEEPS = 9;
  private static final int GAP = 28;

  private final Graph graph;
  private final List<Segment> segments;

  /** Neighbours that stand as close as they may, and the mean of what they want. */
  private record Pool(double sum, double weight, int size) {
    double mean() {
      return sum / weight;
    }

    Pool with(Pool other) {
      return new Pool(sum + other.sum, weight + other.weight, size + other.size);
    }
  }

  private Heights(Graph graph) {
    this.graph = graph;
    this.segments = graph.segments().stream().filter(segment -> !segment.loop()).toList();
  }

  static void assign(Graph graph) {
    new Heights(graph).assign();
  }

  private void assign() {
    for (List<Node> layer : graph.layers()) {
      int y = 0;
      for (Node node : layer) {
        node.y = y;
        y += node.height + GAP;
      }
    }
    int last = graph.layers().size() - 1;
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i <= last; i++) {
        place(graph.layers().get(sweep % 2 == 0 ? last - i : i));
      }
    }
    double top =
        graph.layers().stream().flatMap(List::stream).mapToDouble(node -> node.y).min().orElse(0);
    graph.layers().stream().flatMap(List::stream).forEach(node -> node.y -= top);
  }

  private void place(List<Node> layer) {
    double[] offset = new double[layer.size()];
    List<Pool> pools = new ArrayList<>();
    for (int i = 0; i < layer.size(); i++) {
      offset[i] = i == 0 ? 0 : offset[i - 1] + layer.get(i - 1).height + GAP;
      pools.add(wish(layer.get(i), offset[i]));
      while (pools.size() > 1
          && pools.get(pools.size() - 2).mean() > pools.get(pools.size() - 1).mean()) {
        Pool lower = pools.remove(pools.size() - 1);
        pools.add(pools.remove(pools.size() - 1).with(lower));
      }
    }
    int node = 0;
    for (Pool pool : pools) {
      for (int i = 0; i < pool.size(); i++) {
        layer.get(node).y = pool.mean() + offset[node];
        node++;
      }
    }
  }

  /** Where the links of a node want it to be. A node without any stays if it can. */
  private Pool wish(Node node, double offset) {
    double sum = 0;
    int links = 0;
    for (Segment segment : segments) {
      if (segment.left() == node) {
        sum += segment.right().y + segment.rightPort() - segment.leftPort();
        links++;
      } else if (segment.right() == node) {
        sum += segment.left().y + segment.leftPort() - segment.rightPort();
        links++;
      }
    }
    return links == 0
        ? new Pool((node.y - offset) / 100, 0.01, 1)
        : new Pool(sum - links * offset, links, 1);
  }
}

package dev.taskstore.codegen.specification.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts the nodes of each layer so that few links cross: the barycenter method of Sugiyama, Tagawa
 * and Toda (1981), which keeps the best order that its sweeps come by.
 */
final class Ordering {

  private static final int SWEEPS = 12;

  private final Graph graph;
  private final List<Segment> segments;

  private Ordering(Graph graph) {
    this.graph = graph;
    this.segments = graph.segments().stream().filter(segment -> !segment.loop()).toList();
  }

  static void improve(Graph graph) {
    new Ordering(graph).improve();
  }

  private void improve() {
    List<List<Node>> best = copy();
    long fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      sweep(sweep % 2 == 0);
      long crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    for (int i = 0; i < best.size(); i++) {
      graph.layers().get(i).clear();
      graph.layers().get(i).addAll(best.get(i));
    }
  }

  private void sweep(boolean toTheRight) {
    int last = graph.layers().size() - 1;
    for (int i = 1; i <= last; i++) {
      List<Node> layer = graph.layers().get(toTheRight ? i : last - i);
      Map<Node, Double> places = places();
      Map<Node, Double> wanted = new HashMap<>();
      for (Node node : layer) {
        wanted.put(node, barycenter(node, toTheRight, places));
      }
      layer.sort(Comparator.comparing(wanted::get));
    }
  }

  /** The mean place of the neighbours on one side; without any, the place that the node has. */
  private double barycenter(Node node, boolean toTheRight, Map<Node, Double> places) {
    return segments.stream()
        .filter(segment -> (toTheRight ? segment.right() : segment.left()) == node)
        .mapToDouble(
            segment ->
                toTheRight
                    ? place(segment.left(), segment.leftPort(), places)
                    : place(segment.right(), segment.rightPort(), places))
        .average()
        .orElseGet(() -> places.get(node));
  }

  private static double place(Node node, int port, Map<Node, Double> places) {
    return places.get(node) + (double) port / (node.height + 1);
  }

  private Map<Node, Double> places() {
    Map<Node, Double> places = new HashMap<>();
    for (List<Node> layer : graph.layers()) {
      for (int i = 0; i < layer.size(); i++) {
        places.put(layer.get(i), (double) i);
      }
    }
    return places;
  }

  private long crossings() {
    Map<Node, Double> places = places();
    long crossings = 0;
    for (int i = 0; i < segments.size(); i++) {
      for (int j = i + 1; j < segments.size(); j++) {
        if (cross(segments.get(i), segments.get(j), places)) {
          crossings++;
        }
      }
    }
    return crossings;
  }

  private static boolean cross(Segment first, Segment second, Map<Node, Double> places) {
    if (first.left().layer != second.left().layer) {
      return false;
    }
    double left =
        place(first.left(), first.leftPort(), places)
            - place(second.left(), second.leftPort(), places);
    double right =
        place(first.right(), first.rightPort(), places)
            - place(second.right(), second.rightPort(), places);
    return left * right < 0;
  }

  private List<List<Node>> copy() {
    List<List<Node>> copy = new ArrayList<>();
    graph.layers().forEach(layer -> copy.add(List.copyOf(layer)));
    return copy;
  }
}

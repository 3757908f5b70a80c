package dev.taskstore.codegen.specification.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives each box a layer, so that every link leads from one layer to a later one. A link that would
 * close a circle is read backwards.
 */
final class Layers {

  private final int size;
  private final List<List<Integer>> children = new ArrayList<>();
  private final List<List<Integer>> targets = new ArrayList<>();
  private final boolean[] open;
  private final boolean[] done;
  private final List<Integer> parentsFirst = new ArrayList<>();

  private Layers(int size, List<Link> links) {
    this.size = size;
    this.open = new boolean[size];
    this.done = new boolean[size];
    for (int i = 0; i < size; i++) {
      children.add(new ArrayList<>());
      targets.add(new ArrayList<>());
    }
    links.stream()
        .filter(link -> !link.toItself())
        .forEach(link -> children.get(link.parent()).add(link.child()));
  }

  /** The layer of each box, from 0. */
  static int[] of(int size, List<Link> links) {
    Layers layers = new Layers(size, links);
    for (int box = 0; box < size; box++) {
      layers.visit(box);
    }
    return layers.assign();
  }

  private void visit(int box) {
    if (done[box]) {
      return;
    }
    open[box] = true;
    for (int child : children.get(box)) {
      if (open[child]) {
        targets.get(child).add(box);
      } else {
        targets.get(box).add(child);
        visit(child);
      }
    }
    open[box] = false;
    done[box] = true;
    parentsFirst.add(0, box);
  }

  private int[] assign() {
    int[] layer = new int[size];
    for (int box : parentsFirst) {
      for (int target : targets.get(box)) {
        layer[target] = Math.max(layer[target], layer[box] + 1);
      }
    }
    // What is as far left as it can be moves to where its first child is, so that links are short.
    for (int i = size - 1; i >= 0; i--) {
      int box = parentsFirst.get(i);
      int nearest =
          targets.get(box).stream().mapToInt(target -> layer[target]).min().orElse(layer[box] + 1);
      layer[box] = Math.max(layer[box], nearest - 1);
    }
    int least = Arrays.stream(layer).min().orElse(0);
    return Arrays.stream(layer).map(value -> value - least).toArray();
  }
}

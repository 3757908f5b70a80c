package dev.taskstore.codegen.specification.diagram;

import java.util.Optional;

/** A box in its place, or the place where a long link passes through a layer. For one thread. */
final class Node {

  private static final int PASSAGE = 8;
  static final int PASSAGE_PORT = PASSAGE / 2;

  final Optional<Box> box;
  final int layer;
  final int height;
  int x;
  int width;
  double y;

  private Node(Optional<Box> box, int layer, int height) {
    this.box = box;
    this.layer = layer;
    this.height = height;
  }

  static Node of(Box box, int layer) {
    return new Node(Optional.of(box), layer, box.height());
  }

  static Node passage(int layer) {
    return new Node(Optional.empty(), layer, PASSAGE);
  }
}

package dev.taskstore.codegen.specification.diagram;

/**
 * The part of a link between two layers that follow each other.
 *
 * @param left the node at its left end
 * @param leftPort where the link meets it, seen from its upper edge
 * @param right the node at its right end; the same for a link of a box to itself
 * @param rightPort where the link meets it, seen from its upper edge
 */
record Segment(Node left, int leftPort, Node right, int rightPort) {

  // Lines that are closer than this cannot be told apart.
  private static final int NEAR = 5;
  private static final int OVERLAY = 10;

  boolean loop() {
    return left == right;
  }

  int leftY() {
    return (int) Math.round(left.y) + leftPort;
  }

  int rightY() {
    return (int) Math.round(right.y) + rightPort;
  }

  boolean straight() {
    return leftY() == rightY();
  }

  boolean passes(int height) {
    return height > Math.min(leftY(), rightY()) && height < Math.max(leftY(), rightY());
  }

  boolean overlaps(Segment other) {
    return Math.min(leftY(), rightY()) < Math.max(other.leftY(), other.rightY()) + NEAR
        && Math.min(other.leftY(), other.rightY()) < Math.max(leftY(), rightY()) + NEAR;
  }

  /**
   * How bad it is when the vertical part of this one is left of the other's: a point for each
   * crossing, and more where the lines would lie on each other.
   */
  int costLeftOf(Segment other) {
    int cost = 0;
    if (passes(other.leftY())) {
      cost++;
    }
    if (other.loop() && passes(other.rightY())) {
      cost++;
    }
    if (!loop()) {
      cost += other.passes(rightY()) ? 1 : 0;
      cost += Math.abs(rightY() - other.leftY()) < NEAR ? OVERLAY : 0;
      cost += other.loop() && Math.abs(rightY() - other.rightY()) < NEAR ? OVERLAY : 0;
    }
    return cost;
  }
}

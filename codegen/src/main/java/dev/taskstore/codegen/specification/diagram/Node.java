package dev.taskstore.codegen.specification.diagram;

/**
 * A box in its place.
 *
 * @param box the box
 * @param x its left edge
 * @param y its upper edge
 * @param width its width, at least what the box needs
 */
record Node(Box box, int x, int y, int width) {

  int height() {
    return box.height();
  }

  int right() {
    return x + width;
  }

  int bottom() {
    return y + height();
  }
}

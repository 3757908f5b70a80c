package dev.taskstore.codegen.specification.diagram;

import java.util.List;

/**
 * A link as it is drawn.
 *
 * @param link the link
 * @param corners its ends and the corners between them, from left to right
 * @param childFirst whether the first end is at the child
 */
record Wire(Link link, List<Point> corners, boolean childFirst) {

  /** A place on the drawing. */
  record Point(int x, int y) {}

  /** Copies the list. */
  Wire {
    corners = List.copyOf(corners);
  }
}

package dev.taskstore.codegen.specification.diagram;

import java.util.List;

/**
 * A link with its route.
 *
 * @param link the link, with indexes of {@link Layout#nodes()}
 * @param corners its ends and the corners between them, from the left end to the right end
 * @param childFirst whether the first end is at the child
 */
record Wire(Link link, List<Point> corners, boolean childFirst) {

  /** A point of the drawing, in pixels from its upper left corner. */
  record Point(int x, int y) {}

  /** Copies the list. */
  Wire {
    corners = List.copyOf(corners);
  }
}

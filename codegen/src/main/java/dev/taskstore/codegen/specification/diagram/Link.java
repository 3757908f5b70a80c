package dev.taskstore.codegen.specification.diagram;

/**
 * A link from a row of a box to a row of another, or of the same.
 *
 * @param child the index of the box that refers
 * @param childRow the row that refers
 * @param parent the index of the box that is referred to
 * @param parentRow the row that is referred to
 * @param one whether at most one child refers to a parent
 * @param optional whether a child need not have a parent
 */
public record Link(
    int child, int childRow, int parent, int parentRow, boolean one, boolean optional) {

  boolean toItself() {
    return child == parent;
  }
}

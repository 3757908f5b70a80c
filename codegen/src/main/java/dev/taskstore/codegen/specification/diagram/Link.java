package dev.taskstore.codegen.specification.diagram;

/**
 * A link between two rows, of two boxes or of one.
 *
 * @param child the index of the referencing box
 * @param childRow the referencing row
 * @param parent the index of the referenced box
 * @param parentRow the referenced row
 * @param one whether at most one child references a parent
 * @param optional whether a child need not have a parent
 */
public record Link(
    int child, int childRow, int parent, int parentRow, boolean one, boolean optional) {

  boolean toItself() {
    return child == parent;
  }

  /** This link, between boxes with other indexes. */
  Link between(int otherChild, int otherParent) {
    return new Link(otherChild, childRow, otherParent, parentRow, one, optional);
  }
}

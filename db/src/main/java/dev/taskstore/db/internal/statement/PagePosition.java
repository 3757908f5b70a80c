package dev.taskstore.db.internal.statement;

/** The position of a page in its list. */
public enum PagePosition {
  /** The first page. */
  FIRST(false, false),
  /** The page after a cursor. */
  AFTER(false, true),
  /** The last page. */
  LAST(true, false),
  /** The page before a cursor. */
  BEFORE(true, true);

  private final boolean backward;
  private final boolean hasCursor;

  PagePosition(boolean backward, boolean hasCursor) {
    this.backward = backward;
    this.hasCursor = hasCursor;
  }

  /** Returns the position of a page. */
  public static PagePosition of(boolean backward, boolean hasCursor) {
    if (backward) {
      return hasCursor ? BEFORE : LAST;
    }
    return hasCursor ? AFTER : FIRST;
  }

  /** Returns whether the page is read in reverse order. */
  public boolean isBackward() {
    return backward;
  }

  /** Returns whether the page starts at a cursor. */
  public boolean hasCursor() {
    return hasCursor;
  }
}

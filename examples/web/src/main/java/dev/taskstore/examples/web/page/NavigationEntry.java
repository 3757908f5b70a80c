package dev.taskstore.examples.web.page;

/**
 * A link in the navigation. A bean of this type adds one; {@code @Order} places it.
 *
 * @param path the path of the page, such as {@code /tasks}
 * @param label the text of the link
 */
public record NavigationEntry(String path, String label) {

  /**
   * Returns whether a page belongs to this entry.
   *
   * @param current the path of the page
   * @return true for the entry's own page and the pages below it
   */
  public boolean contains(String current) {
    return current.equals(path) || current.startsWith(path + "/");
  }
}

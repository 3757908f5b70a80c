package dev.taskstore.differential.model;

/** Finds a text in another one, ignoring case by the simple case mappings of Unicode. */
final class TitleMatch {

  private TitleMatch() {}

  static boolean contains(String title, String text) {
    int[] all = title.codePoints().toArray();
    int[] wanted = text.codePoints().toArray();
    for (int start = 0; start + wanted.length <= all.length; start++) {
      int matched = 0;
      while (matched < wanted.length && isForm(all[start + matched], wanted[matched])) {
        matched++;
      }
      if (matched == wanted.length) {
        return true;
      }
    }
    return false;
  }

  static boolean isForm(int found, int wanted) {
    return found == wanted
        || found == Character.toLowerCase(wanted)
        || found == Character.toUpperCase(wanted)
        || found == Character.toTitleCase(wanted);
  }
}

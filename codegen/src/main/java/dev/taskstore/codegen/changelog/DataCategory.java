package dev.taskstore.codegen.changelog;

import java.util.Arrays;
import java.util.Optional;

/** The category of a column that contains personal data. */
public enum DataCategory {
  /** Personal data: belongs into an export of a person's data, but not into logs. */
  PERSONAL("personal"),
  /** A secret such as the hash of a password: belongs into no export and no log. */
  SECRET("secret");

  private final String word;

  DataCategory(String word) {
    this.word = word;
  }

  /**
   * Returns the word of the category in a changelog.
   *
   * @return the word, in lower case
   */
  public String word() {
    return word;
  }

  /**
   * Finds a category.
   *
   * @param word the word of the category
   * @return the category, or empty if no category has that word
   */
  public static Optional<DataCategory> of(String word) {
    return Arrays.stream(values()).filter(category -> category.word.equals(word)).findFirst();
  }
}

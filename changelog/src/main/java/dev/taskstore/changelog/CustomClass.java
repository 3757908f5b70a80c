package dev.taskstore.changelog;

import java.util.Objects;

/**
 * A class of the application that a changelog names.
 *
 * @param name the fully qualified name
 * @param changeSet the id of the changeset, or an empty text outside of changesets
 * @param element {@code customChange} or {@code customPrecondition}
 */
public record CustomClass(String name, String changeSet, String element) {

  /** Rejects null. */
  public CustomClass {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(changeSet, "changeSet");
    Objects.requireNonNull(element, "element");
  }
}

package dev.taskstore.spring.boot;

import dev.taskstore.db.DatabaseOptions;

/**
 * Changes the options with which the auto-configured store or database is opened. All beans of this
 * type are called, in their order, after the properties have been applied.
 */
@FunctionalInterface
public interface DatabaseOptionsCustomizer {

  /**
   * Changes the options, such as the clock, the identifiers, the credentials, listeners, row-level
   * security or the audit trail.
   *
   * @param options the options
   */
  void customize(DatabaseOptions<?> options);
}

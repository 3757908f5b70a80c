package dev.taskstore.db.migration;

/** What opening a database does about its schema. */
public enum MigrationMode {
  /** Applies what the database lacks of the changelog. */
  UPDATE,
  /**
   * Changes nothing, and refuses to open a database that lacks something, or whose applied
   * changesets are no longer those of the changelog.
   */
  VALIDATE,
  /** Neither looks at the schema nor changes it. */
  NONE
}

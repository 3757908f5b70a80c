package dev.taskstore.db.spi;

/**
 * What some databases can do and others cannot. A dialect claims what it passes the tests of; what
 * it does not claim is documented, never half working.
 */
public enum Capability {
  /** Several write transactions make progress at the same time. */
  CONCURRENT_WRITERS("several write transactions at the same time"),
  /** Connecting needs credentials, and wrong ones are refused. */
  AUTHENTICATION("credentials are checked when connecting"),
  /** The database is a file of this machine that the JDBC URL names. */
  EMBEDDED_FILE("the database is a local file"),
  /** Isolation levels below {@code SERIALIZABLE} let other transactions' commits be seen. */
  WEAK_ISOLATION("isolation levels weaker than serializable"),
  /** {@code load} uses a protocol of the database that is faster than batched inserts. */
  BULK_PROTOCOL("a bulk load protocol of its own"),
  /** Text is compared by code point under any locale of the server. */
  CODE_POINT_ORDER("text ordered by code point under any locale"),
  /** Schema changes are transactional: a failed changeset leaves nothing behind. */
  TRANSACTIONAL_DDL("a failed changeset leaves nothing behind"),
  /** The dialect reads schemas, so that a live one can be compared with its changelog. */
  SCHEMA_INSPECTION("a live schema compared with its changelog"),
  /** Tables, columns and indexes have comments, which the comparison looks at. */
  COMMENTS("comments on tables, columns and indexes");

  private final String description;

  Capability(String description) {
    this.description = description;
  }

  /**
   * What the capability is, in words.
   *
   * @return a phrase for messages and tables
   */
  public String description() {
    return description;
  }
}

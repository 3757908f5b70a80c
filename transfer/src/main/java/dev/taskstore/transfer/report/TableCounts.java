package dev.taskstore.transfer.report;

/**
 * The rows of a table in two databases. Immutable.
 *
 * @param table the table
 * @param sourceRows the number of rows of the first database
 * @param targetRows the number of rows of the second database
 * @param sourceSha256 the SHA-256 of the rows of the first database, in canonical form and in the
 *     order of their keys; hexadecimal digits
 * @param targetSha256 the same for the second database
 */
public record TableCounts(
    String table, long sourceRows, long targetRows, String sourceSha256, String targetSha256) {

  /**
   * Returns whether the rows are equal.
   *
   * @return true if the numbers and the digests are equal
   */
  public boolean isEqual() {
    return sourceRows == targetRows && sourceSha256.equals(targetSha256);
  }
}

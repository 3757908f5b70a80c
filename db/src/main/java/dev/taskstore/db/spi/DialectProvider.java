package dev.taskstore.db.spi;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * The entry point of a dialect. Its class name is listed in {@code
 * META-INF/services/dev.taskstore.db.spi.DialectProvider} and, for the module path, in a {@code
 * provides} clause of its module.
 *
 * <p>Implementations must have a public constructor without parameters, and must be stateless and
 * thread-safe.
 */
public interface DialectProvider {

  /**
   * Returns the dialect's name for messages.
   *
   * @return a short name in lower case
   */
  String name();

  /**
   * Returns whether this dialect supports a JDBC URL.
   *
   * @param url the JDBC URL
   * @return true if this dialect supports the URL
   */
  boolean accepts(String url);

  /**
   * Returns whether this dialect supports the database of an application's data source. By default,
   * the URL of the connection decides.
   *
   * @param metaData the metadata of an open connection
   * @return true if this dialect supports the database
   * @throws SQLException if the metadata cannot be read
   */
  default boolean accepts(DatabaseMetaData metaData) throws SQLException {
    String url = metaData.getURL();
    return url != null && accepts(url);
  }

  /**
   * Creates the dialect.
   *
   * @return a new dialect, which is used by one database
   */
  Dialect create();
}

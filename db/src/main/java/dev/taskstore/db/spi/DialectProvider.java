package dev.taskstore.db.spi;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * The public face of a dialect, listed in {@code
 * META-INF/services/dev.taskstore.db.spi.DialectProvider} and, on the module path, in a {@code
 * provides} of its module.
 *
 * <p>Implementations have a public constructor without parameters, are stateless and thread-safe.
 */
public interface DialectProvider {

  /**
   * The dialect's name, for messages.
   *
   * @return a short lower-case name
   */
  String name();

  /**
   * Tells whether a JDBC URL is this dialect's own.
   *
   * @param url the URL
   * @return true when this dialect opens it
   */
  boolean accepts(String url);

  /**
   * Tells whether a database that the application connected to is this dialect's own. By default
   * the connection's URL decides.
   *
   * @param metaData the metadata of an open connection
   * @return true when this dialect speaks to it
   * @throws SQLException when the metadata cannot be read
   */
  default boolean accepts(DatabaseMetaData metaData) throws SQLException {
    String url = metaData.getURL();
    return url != null && accepts(url);
  }

  /**
   * Makes the dialect.
   *
   * @return a dialect, used by one database
   */
  Dialect create();
}

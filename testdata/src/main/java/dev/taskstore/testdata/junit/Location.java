package dev.taskstore.testdata.junit;

import dev.taskstore.db.DatabaseOptions;
import org.jspecify.annotations.Nullable;

/**
 * Where a database of a test is.
 *
 * @param name its name or file, unique in a run
 * @param url its JDBC URL
 * @param user the user, or null if the URL contains it or none is required
 * @param password the user's password, or null without a user
 */
record Location(String name, String url, @Nullable String user, @Nullable String password) {

  <B extends DatabaseOptions<B>> B connect(B builder) {
    B located = builder.url(url);
    return user != null ? located.credentials(user, password == null ? "" : password) : located;
  }
}

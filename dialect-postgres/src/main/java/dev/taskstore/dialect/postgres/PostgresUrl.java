package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.JdbcUrls;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A JDBC URL without its secret parameters, which become properties: the driver logs URLs at the
 * level FINE. Immutable.
 */
final class PostgresUrl {

  private final String text;
  private final Map<String, String> secrets;
  private final Optional<String> credential;

  private PostgresUrl(String text, Map<String, String> secrets, Optional<String> credential) {
    this.text = text;
    this.secrets = secrets;
    this.credential = credential;
  }

  static PostgresUrl of(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return new PostgresUrl(url, Map.of(), Optional.empty());
    }
    Map<String, String> secrets = new LinkedHashMap<>();
    StringJoiner others = new StringJoiner("&", "?", "").setEmptyValue("");
    Optional<String> credential = Optional.empty();
    for (String parameter : url.substring(query + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (name.equals("user") || name.equals("password")) {
        credential = Optional.of(name);
      }
      Optional<String> value =
          equals >= 0 && JdbcUrls.isSecret(name)
              ? decoded(parameter.substring(equals + 1))
              : Optional.empty();
      if (value.isPresent()) {
        secrets.put(name, value.get());
      } else {
        others.add(parameter);
      }
    }
    return new PostgresUrl(url.substring(0, query) + others, Map.copyOf(secrets), credential);
  }

  /** The driver reports a value that is not encoded correctly. */
  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the URL without secrets. */
  String text() {
    return text;
  }

  /** Returns the secret parameters, decoded. Parameters override properties of the same name. */
  Map<String, String> secrets() {
    return secrets;
  }

  /** Returns the name of a parameter that sets the user or the password, if there is one. */
  Optional<String> credential() {
    return credential;
  }
}

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
  private final Optional<String> undecodable;

  private PostgresUrl(
      String text,
      Map<String, String> secrets,
      Optional<String> credential,
      Optional<String> undecodable) {
    this.text = text;
    this.secrets = secrets;
    this.credential = credential;
    this.undecodable = undecodable;
  }

  static PostgresUrl of(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return new PostgresUrl(url, Map.of(), Optional.empty(), Optional.empty());
    }
    Map<String, String> secrets = new LinkedHashMap<>();
    StringJoiner others = new StringJoiner("&", "?", "").setEmptyValue("");
    Optional<String> credential = Optional.empty();
    Optional<String> undecodable = Optional.empty();
    for (String parameter : url.substring(query + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (name.equals("user") || name.equals("password")) {
        credential = Optional.of(name);
      }
      if (equals < 0 || !JdbcUrls.isSecret(name)) {
        others.add(parameter);
        continue;
      }
      Optional<String> value = decoded(parameter.substring(equals + 1));
      value.ifPresent(decoded -> secrets.put(name, decoded));
      if (value.isEmpty()) {
        undecodable = Optional.of(name);
      }
    }
    return new PostgresUrl(
        url.substring(0, query) + others, Map.copyOf(secrets), credential, undecodable);
  }

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

  /**
   * Returns the name of a secret parameter whose value is not encoded correctly, if there is one.
   */
  Optional<String> undecodable() {
    return undecodable;
  }
}

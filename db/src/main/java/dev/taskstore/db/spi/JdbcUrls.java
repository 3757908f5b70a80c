package dev.taskstore.db.spi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets in JDBC URLs. Stateless. */
public final class JdbcUrls {

  private static final Pattern PARAMETER = Pattern.compile("[?&;:]([^?&;=]+)=([^&;]*)");
  private static final Pattern USER_INFO =
      Pattern.compile("(?s)//([^/?;]*:)?([^/?;]*)@|:([^/:@]*)/([^@]*)@");
  private static final Pattern SECRET_NAME =
      Pattern.compile("pass|pwd|secret|token|credential|(^|[^a-z])key($|[^a-z])|hexkey");

  private static final int SHORTEST_PART = 5;

  private JdbcUrls() {}

  /**
   * Returns a URL without the parts that may contain credentials or parameters, for messages.
   *
   * @param url a JDBC URL
   * @return the URL up to its parameters; only the subprotocol if the URL contains an {@code @}
   */
  public static String withoutSecrets(String url) {
    return url.indexOf('@') < 0
        ? url.replaceFirst("(?s)[?;=].*", "")
        : url.replaceFirst("(?s)^(jdbc:[^:]*:)?.*", "$1...");
  }

  /**
   * Returns a message without the passwords that URLs in it contain.
   *
   * @param message a message of a driver whose settings are not known
   * @return the message, in which {@code ***} replaces each password
   */
  public static String withoutUserInfo(String message) {
    String safe = message;
    for (String secret : secrets(message)) {
      safe = without(secret, safe);
    }
    return safe;
  }

  /**
   * Returns whether the value of a setting is a secret, by the setting's name.
   *
   * @param setting the name of a parameter of a URL or of a driver property, such as {@code
   *     password} or {@code apiToken}
   * @return true if the name is one of a password, key, token or credential
   */
  public static boolean isSecret(String setting) {
    return SECRET_NAME.matcher(setting.toLowerCase(Locale.ROOT)).find();
  }

  /** Returns the passwords in a URL, as written and decoded. */
  static List<String> secrets(String url) {
    List<String> found = new ArrayList<>();
    Matcher parameters = PARAMETER.matcher(url);
    int end = 0;
    while (parameters.find(end)) {
      end = parameters.start() + 1;
      if (isSecret(parameters.group(1))) {
        add(found, parameters.group(2));
      }
    }
    Matcher userInfo = USER_INFO.matcher(url);
    while (userInfo.find()) {
      add(found, userInfo.group(2) != null ? userInfo.group(2) : userInfo.group(4));
    }
    return found;
  }

  /** Removes a secret from a text. A short secret is removed only where it is a whole word. */
  static String without(String secret, String text) {
    if (secret.isEmpty()) {
      return text;
    }
    String quoted = Pattern.quote(secret);
    return text.replaceAll(
        secret.length() < SHORTEST_PART
            ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])"
            : quoted,
        "***");
  }

  private static void add(List<String> secrets, String written) {
    secrets.add(written);
    try {
      secrets.add(URLDecoder.decode(written, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // Not an encoded value: only the written form can appear in a message.
    }
  }
}

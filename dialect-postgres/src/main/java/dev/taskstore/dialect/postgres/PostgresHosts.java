package dev.taskstore.dialect.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * The servers of a URL. Immutable.
 *
 * @param servers the servers in the order of the URL; one, with the whole URL, if it does not list
 *     several
 * @param parameters the parameters that the URLs of several servers do not contain
 */
record PostgresHosts(List<Server> servers, Map<String, String> parameters) {

  private static final String PREFIX = "jdbc:postgresql://";

  private static final Set<String> PLACES = Set.of("PGHOST", "PGPORT", "PGDBNAME");

  /** The names of a primary in {@code targetServerType}. */
  private static final Set<String> PRIMARY = Set.of("primary", "master");

  /**
   * A server.
   *
   * @param name host and port, for messages
   * @param url the URL of the database on this server alone
   */
  record Server(String name, String url) {}

  PostgresHosts {
    servers = List.copyOf(servers);
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads a URL.
   *
   * @param url a valid URL without secrets
   * @param target the database in messages, for a URL without several servers
   */
  static PostgresHosts of(String url, String target) {
    List<String> names = names(url);
    if (names.size() < 2) {
      return new PostgresHosts(List.of(new Server(target, url)), Map.of());
    }
    String database = url.substring(end(url, '/'), end(url, '?'));
    List<Server> servers = new ArrayList<>();
    for (String host : names) {
      servers.add(new Server(host, PREFIX + host + database));
    }
    return new PostgresHosts(servers, parameters(url));
  }

  /** Returns a URL with all parameters for each server of a URL, which may be invalid. */
  static List<String> urls(String url) {
    List<String> names = names(url);
    return names.size() < 2
        ? List.of(url)
        : names.stream().map(host -> PREFIX + host + url.substring(end(url, '/'))).toList();
  }

  /** Returns the hosts with their ports; none if the URL does not list any. */
  private static List<String> names(String url) {
    return url.startsWith(PREFIX)
        ? List.of(url.substring(PREFIX.length(), end(url, '/')).split(",", -1))
        : List.of();
  }

  /** Returns the position of a character after the hosts, or the end of what is before it. */
  private static int end(String url, char delimiter) {
    int query = url.indexOf('?');
    int limit = query < 0 ? url.length() : query;
    int position = url.indexOf(delimiter, PREFIX.length());
    return position < 0 ? limit : Math.min(position, limit);
  }

  private static Map<String, String> parameters(String url) {
    Properties parsed = Driver.parseURL(url, new Properties());
    Map<String, String> parameters = new HashMap<>();
    if (parsed != null) {
      for (String name : parsed.stringPropertyNames()) {
        if (!PLACES.contains(name)) {
          parameters.put(name, parsed.getProperty(name));
        }
      }
    }
    return parameters;
  }

  boolean isSingle() {
    return servers.size() == 1;
  }

  /** Returns the names of the servers, for messages. */
  String names() {
    return servers.stream().map(Server::name).collect(Collectors.joining(","));
  }

  /** Returns whether settings require a primary. */
  static boolean requiresPrimary(Properties parsed) {
    return PRIMARY.contains(parsed.getProperty(PGProperty.TARGET_SERVER_TYPE.getName(), ""));
  }
}

package dev.taskstore.db.internal;

import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the only dialect that accepts a URL or a data source. */
final class DialectRegistry {

  private DialectRegistry() {}

  static Dialect forUrl(String url) {
    List<DialectProvider> all = providers();
    return only(
        all.stream().filter(provider -> provider.accepts(url)).toList(),
        all,
        "the JDBC URL " + withoutSecrets(url));
  }

  static Dialect forDatabase(DatabaseMetaData metaData) throws SQLException {
    List<DialectProvider> all = providers();
    List<DialectProvider> matching = new ArrayList<>();
    for (DialectProvider provider : all) {
      if (provider.accepts(metaData)) {
        matching.add(provider);
      }
    }
    return only(matching, all, "a data source of " + metaData.getDatabaseProductName());
  }

  private static List<DialectProvider> providers() {
    return ServiceLoader.load(DialectProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static Dialect only(
      List<DialectProvider> matching, List<DialectProvider> all, String target) {
    if (matching.size() == 1) {
      return matching.get(0).create();
    }
    String advice =
        matching.isEmpty()
            ? "No dialect accepts "
                + target
                + ". Dialects found: "
                + names(all)
                + ". Correct the URL, add the database's dialect to the class path (an artifact named"
                + " dev.taskstore:taskstore-dialect-...), or set one with dialect(...)."
            : "More than one dialect accepts "
                + target
                + ": "
                + names(matching)
                + ". Remove all but one from the class path, or set one with dialect(...).";
    throw new DialectNotFoundException(advice, FailureContext.NONE, null);
  }

  private static String names(List<DialectProvider> providers) {
    return providers.isEmpty()
        ? "none"
        : providers.stream()
            .map(provider -> provider.name() + " (" + provider.getClass().getName() + ")")
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /** Returns the URL without the parts that may contain credentials or parameters. */
  static String withoutSecrets(String url) {
    return url.indexOf('@') < 0
        ? url.replaceFirst("(?s)[?;=].*", "")
        : url.replaceFirst("(?s)^(jdbc:[^:]*:)?.*", "$1...");
  }
}

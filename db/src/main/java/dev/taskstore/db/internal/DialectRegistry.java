package dev.taskstore.db.internal;

import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.db.spi.JdbcUrls;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the only dialect that accepts a URL or a data source. */
final class DialectRegistry {

  private static final System.Logger LOGGER = System.getLogger(DialectRegistry.class.getName());

  /** Ends the search if the list of services itself cannot be read. */
  private static final int MOST_ERRORS = 100;

  private DialectRegistry() {}

  @FunctionalInterface
  private interface Condition {
    boolean test(DialectProvider provider) throws SQLException;
  }

  static Dialect forUrl(String url) {
    try {
      return find(
          provider -> provider.accepts(url), "the JDBC URL " + JdbcUrls.withoutSecrets(url));
    } catch (SQLException e) {
      throw new IllegalStateException("A URL is compared without a database", e);
    }
  }

  static Dialect forDatabase(DatabaseMetaData metaData) throws SQLException {
    return find(
        provider -> provider.accepts(metaData),
        "a data source of " + metaData.getDatabaseProductName());
  }

  /**
   * Searches the thread's context class loader first. Threads of a ForkJoinPool have the system
   * class loader there, which does not see the jars of a web application or an executable jar; the
   * class loader of this library is then searched.
   */
  private static Dialect find(Condition condition, String target) throws SQLException {
    Map<String, DialectProvider> all = new LinkedHashMap<>();
    for (ClassLoader loader : loaders()) {
      List<DialectProvider> matching = new ArrayList<>();
      for (DialectProvider provider : providers(loader)) {
        all.putIfAbsent(provider.getClass().getName(), provider);
        if (condition.test(provider)) {
          matching.add(provider);
        }
      }
      if (!matching.isEmpty()) {
        return only(matching, all.values(), target);
      }
    }
    return only(List.of(), all.values(), target);
  }

  private static List<ClassLoader> loaders() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader own = DialectRegistry.class.getClassLoader();
    return context == null || context == own ? List.of(own) : List.of(context, own);
  }

  /** A provider of another copy of this library, in another class loader, is skipped. */
  private static List<DialectProvider> providers(ClassLoader loader) {
    List<DialectProvider> found = new ArrayList<>();
    Iterator<DialectProvider> providers =
        ServiceLoader.load(DialectProvider.class, loader).iterator();
    for (int errors = 0; errors < MOST_ERRORS; ) {
      try {
        if (!providers.hasNext()) {
          return found;
        }
        found.add(providers.next());
      } catch (ServiceConfigurationError e) {
        errors++;
        LOGGER.log(System.Logger.Level.WARNING, "Dialect not usable: {0}", e.getMessage());
      }
    }
    return found;
  }

  private static Dialect only(
      List<DialectProvider> matching, Collection<DialectProvider> all, String target) {
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

  private static String names(Collection<DialectProvider> providers) {
    return providers.isEmpty()
        ? "none"
        : providers.stream()
            .map(provider -> provider.name() + " (" + provider.getClass().getName() + ")")
            .sorted()
            .collect(Collectors.joining(", "));
  }
}

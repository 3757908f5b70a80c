package dev.taskstore.db.internal;

import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.failure.ConstraintCatalog;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.jooq.JooqClasses;
import dev.taskstore.db.internal.replica.ReplicaSet;
import dev.taskstore.db.managed.ManagedApplicationTransactions;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds the dialect, opens the pools and checks the requirements of the library. */
public final class DatabaseOpener {

  private DatabaseOpener() {}

  /** Opens a database without reading its schema. */
  public static OpenDatabase open(DatabaseSettings settings) {
    if ((settings.url == null) == (settings.dataSource == null)) {
      throw neitherNorBoth();
    }
    if (settings.joinsApplicationTransactions && settings.dataSource == null) {
      throw new InvalidArgumentException(
          "joinApplicationTransactions() requires the application's dataSource(...).",
          FailureContext.NONE);
    }
    boolean hasReplicas = !settings.replicaUrls.isEmpty() || !settings.replicaDataSources.isEmpty();
    if (hasReplicas
        && settings.joinsApplicationTransactions
        && !(settings.applicationTransactions instanceof ManagedApplicationTransactions)) {
      throw new InvalidArgumentException(
          "Replicas require that the library knows the application's transactions, so that their"
              + " reads stay on their connection. Use"
              + " joinApplicationTransactions(ManagedApplicationTransactions), or remove the"
              + " replicas.",
          FailureContext.NONE);
    }
    if (settings.credentialsProvider != null && settings.dataSource != null) {
      throw new InvalidArgumentException(
          "credentials(CredentialsProvider) requires a JDBC URL. The application's data source has"
              + " its own credentials.",
          FailureContext.NONE);
    }
    Dialect found = settings.dialect != null ? settings.dialect : findDialect(settings);
    CompletableFuture<Void> jooq = JooqClasses.load(found.jooqDialect());
    ConnectionPools pools = pools(settings, found);
    jooq.join();
    Dialect dialect = verified(settings, found, pools);
    OpenDatabase database =
        new OpenDatabase(dialect, pools, replicas(settings, dialect, pools), settings);
    try {
      identify(settings, dialect, database);
      database.startReplicas();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static InvalidArgumentException neitherNorBoth() {
    return new InvalidArgumentException(
        "Set either a JDBC URL or a data source.", FailureContext.NONE);
  }

  private static String url(DatabaseSettings settings) {
    if (settings.url == null) {
      throw neitherNorBoth();
    }
    return settings.url;
  }

  private static Dialect findDialect(DatabaseSettings settings) {
    DataSource dataSource = settings.dataSource;
    if (dataSource == null) {
      return DialectRegistry.forUrl(url(settings));
    }
    try (Connection connection = dataSource.getConnection()) {
      return DialectRegistry.forDatabase(connection.getMetaData());
    } catch (SQLException e) {
      throw OpeningFailures.noConnection(e);
    }
  }

  private static ConnectionPools pools(DatabaseSettings settings, Dialect dialect) {
    DataSource dataSource = settings.dataSource;
    if (dataSource != null) {
      boolean isServer = dialect.capabilities().contains(Capability.CONCURRENT_WRITERS);
      Runnable onReadOnly = isServer ? () -> ConnectionPools.evictAll(dataSource) : () -> {};
      return new ConnectionPools(dataSource, dataSource, () -> {}, onReadOnly);
    }
    String url = url(settings);
    ConnectionSettings connections = settings.connectionSettings(url);
    try {
      return dialect.openPools(connections);
    } catch (SQLException | RuntimeException e) {
      throw OpeningFailures.translate(
          e,
          new FailureTranslator(dialect.failures(), new ConstraintCatalog()),
          dialect.target(url),
          connections::withoutSecrets);
    }
  }

  private static @Nullable ReplicaSet replicas(
      DatabaseSettings settings, Dialect dialect, ConnectionPools pools) {
    try {
      return ReplicaSet.open(
          dialect,
          settings.replicaUrls.stream().map(settings::connectionSettings).toList(),
          settings.replicaDataSources);
    } catch (CapabilityNotSupportedException e) {
      pools.close();
      throw e;
    } catch (SQLException | RuntimeException e) {
      pools.close();
      String urls = String.join(", ", settings.replicaUrls.stream().map(dialect::target).toList());
      throw OpeningFailures.translate(
          e,
          new FailureTranslator(dialect.failures(), new ConstraintCatalog()),
          urls,
          text -> withoutSecrets(settings, text));
    }
  }

  private static String withoutSecrets(DatabaseSettings settings, String text) {
    String safe = text;
    for (String url : settings.replicaUrls) {
      safe = settings.connectionSettings(url).withoutSecrets(safe);
    }
    return safe;
  }

  /** Checks the requirements, and returns the dialect for the server. */
  private static Dialect verified(
      DatabaseSettings settings, Dialect dialect, ConnectionPools pools) {
    try (Connection connection = pools.writer().getConnection()) {
      return dialect.verify(connection);
    } catch (SQLException | RuntimeException e) {
      pools.close();
      throw failed(
          e, settings, dialect, new FailureTranslator(dialect.failures(), new ConstraintCatalog()));
    }
  }

  private static void identify(DatabaseSettings settings, Dialect dialect, OpenDatabase database) {
    try (Connection connection = database.connections().writer()) {
      database.identify(connection);
    } catch (SQLException | RuntimeException e) {
      throw failed(e, settings, dialect, database.failures());
    }
  }

  private static RuntimeException failed(
      Exception failure, DatabaseSettings settings, Dialect dialect, FailureTranslator failures) {
    String url = settings.url;
    return OpeningFailures.translate(
        failure,
        failures,
        url == null ? null : dialect.target(url),
        url == null ? text -> text : settings.connectionSettings(url)::withoutSecrets);
  }
}

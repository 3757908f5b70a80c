package dev.taskstore.db.internal;

import com.zaxxer.hikari.pool.HikariPool;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.failure.ConstraintCatalog;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.jooq.JooqClasses;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

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
    Dialect dialect = settings.dialect != null ? settings.dialect : findDialect(settings);
    CompletableFuture<Void> jooq = JooqClasses.load(dialect.jooqDialect());
    ConnectionPools pools = pools(settings, dialect);
    jooq.join();
    OpenDatabase database = new OpenDatabase(dialect, pools, settings);
    try {
      verify(dialect, database);
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
      throw new DatabaseOpenException(
          "The data source returned no connection. Check the application's settings.",
          FailureContext.NONE,
          new SQLException("no connection", e.getSQLState(), e.getErrorCode()));
    }
  }

  private static ConnectionPools pools(DatabaseSettings settings, Dialect dialect) {
    DataSource dataSource = settings.dataSource;
    if (dataSource != null) {
      return new ConnectionPools(dataSource, dataSource, () -> {});
    }
    FailureTranslator failures = new FailureTranslator(dialect.failures(), new ConstraintCatalog());
    try {
      return dialect.openPools(settings.connectionSettings(url(settings)));
    } catch (SQLException e) {
      throw failures.translate(e);
    } catch (HikariPool.PoolInitializationException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw failures.translate(cause);
      }
      throw e;
    }
  }

  private static void verify(Dialect dialect, OpenDatabase database) {
    try (Connection connection = database.connections().writer()) {
      dialect.verify(connection);
    } catch (SQLException e) {
      throw database.failures().translate(e);
    }
  }
}

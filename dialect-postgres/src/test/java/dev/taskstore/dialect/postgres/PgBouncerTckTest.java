package dev.taskstore.dialect.postgres;

import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/**
 * The contract of users, tasks and tags through PgBouncer in transaction mode. Each database has
 * fewer sessions of the server than the contract's stores have connections. The profile {@code
 * pgbouncer} runs it; it fails if PgBouncer is not installed.
 */
@Tag("pgbouncer")
class PgBouncerTckTest extends PostgresTckTest {

  private static final int SERVER_CONNECTIONS = 20;

  private static PgBouncer pooler;

  @Override
  protected TckDatabase newDatabase() throws SQLException {
    TckDatabase direct = PostgresRoleServer.newDatabase();
    administer("ALTER DATABASE " + name(direct) + " OWNER TO " + PostgresRoleServer.OWNER);
    return pooled(direct);
  }

  @Override
  protected TckDatabase copyOf(TckDatabase migrated) throws SQLException {
    TckDatabase original = direct(migrated);
    endIdleSessions(original);
    TckDatabase copy = PostgresRoleServer.copyOf(original);
    administer("ALTER DATABASE " + name(copy) + " OWNER TO " + PostgresRoleServer.OWNER);
    return pooled(copy);
  }

  private static synchronized TckDatabase pooled(TckDatabase direct) {
    try {
      if (pooler == null) {
        pooler =
            PgBouncer.start(direct.url(), SERVER_CONNECTIONS, List.of(PostgresRoleServer.OWNER));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new TckDatabase(
        pooler.urlOf(direct.url()) + "?prepareThreshold=0",
        PostgresRoleServer.OWNER,
        "",
        () -> {
          endIdleSessions(direct);
          direct.close();
        });
  }

  private static TckDatabase direct(TckDatabase pooled) {
    return PostgresRoleServer.direct(name(pooled));
  }

  private static String name(TckDatabase database) {
    return database.url().replaceFirst(".*/", "").replaceFirst("[?].*", "");
  }

  /** The pooler keeps sessions without clients, which prevent the copy and the removal. */
  private static void endIdleSessions(TckDatabase direct) {
    try {
      administer(
          "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '"
              + name(direct)
              + "' AND state = 'idle'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void administer(String statement) throws SQLException {
    PostgresRoleServer.run(
        PostgresRoleServer.direct("postgres"), PostgresRoleServer.SUPERUSER, List.of(statement));
  }

  @AfterAll
  static void stop() {
    if (pooler != null) {
      pooler.close();
    }
  }
}

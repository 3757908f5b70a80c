package dev.taskstore.db;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.scope.RowScope;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A session whose reads have a {@link ReadPreference}: those of finders, pages, streams, selections
 * and typed jOOQ queries outside of a transaction, and read-only transactions. Everything else is
 * as in the session from which {@link Session#reading} made it: writes run on the primary, and
 * calls of a thread with an active transaction join it. Thread-safe.
 */
public final class ReadSession extends Session {

  private final Session session;
  private final ReadPreference preference;
  private volatile @Nullable Preferring latest;

  /** What a session returned, and the same database with the preference. */
  private record Preferring(OpenDatabase given, OpenDatabase reading) {}

  ReadSession(Session session, ReadPreference preference) {
    this.session = session;
    this.preference = preference;
  }

  @Override
  OpenDatabase database() {
    OpenDatabase given = session.database();
    Preferring known = latest;
    if (known == null || known.given != given) {
      known = new Preferring(given, given.reading(preference));
      latest = known;
    }
    return known.reading;
  }

  @Override
  @Nullable RowScope rowScope() {
    return session.rowScope();
  }

  @Override
  public DSLContext dsl() {
    return rowScope() == null ? database().dsl() : session.dsl();
  }

  @Override
  public Session reading(ReadPreference other) {
    return session.reading(other);
  }

  /**
   * Returns where the reads of this session run.
   *
   * @return the preference
   */
  public ReadPreference preference() {
    return preference;
  }
}

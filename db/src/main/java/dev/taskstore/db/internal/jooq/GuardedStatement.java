package dev.taskstore.db.internal.jooq;

import java.sql.PreparedStatement;
import org.jooq.tools.jdbc.DefaultPreparedStatement;

/** A statement of jOOQ. Applications reach it through listeners, bindings and result sets. */
final class GuardedStatement extends DefaultPreparedStatement {

  /** Creates a statement that returns the guarded connection as its own. */
  GuardedStatement(PreparedStatement statement, GuardedConnection connection) {
    super(statement, connection);
  }
}

package dev.taskstore.db.internal.failure;

import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.ConstraintInspector;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/**
 * Translates failures, and looks for the violated constraint where the database does not name it.
 */
public final class ViolationResolver {

  private final Dialect dialect;
  private final DSLContext dsl;
  private final ConstraintCatalog constraints;
  private final FailureTranslator failures;

  public ViolationResolver(
      Dialect dialect, DSLContext dsl, ConstraintCatalog constraints, FailureTranslator failures) {
    this.dialect = dialect;
    this.dsl = dsl;
    this.constraints = constraints;
    this.failures = failures;
  }

  /** What a failure on a connection becomes. */
  public RuntimeException resolve(
      SQLException exception, Connection connection, ViolationProbe.Search search) {
    RuntimeException failure = failures.translate(exception);
    Optional<ConstraintInspector> inspector = dialect.constraintInspector();
    if (inspector.isEmpty()
        || !(failure instanceof UniqueViolationException
            || failure instanceof ForeignKeyViolationException)) {
      return failure;
    }
    FailureKind kind =
        failure instanceof UniqueViolationException ? FailureKind.UNIQUE : FailureKind.FOREIGN_KEY;
    DSLContext probing =
        DSL.using(dsl.configuration().derive(new DefaultConnectionProvider(connection)));
    int row = exception instanceof RowFailure rowFailure ? rowFailure.row() : 0;
    try {
      String name =
          search.find(
              new ViolationProbe(probing, connection, inspector.get(), constraints, kind, row));
      return name == null ? failure : failures.named(kind, name, failure);
    } catch (SQLException | RuntimeException e) {
      failure.addSuppressed(e instanceof SQLException sql ? failures.translate(sql) : e);
      return failure;
    }
  }
}

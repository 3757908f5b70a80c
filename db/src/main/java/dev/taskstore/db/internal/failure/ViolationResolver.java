package dev.taskstore.db.internal.failure;

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
 * Translates failures of statements, and searches for the violated constraint where the database
 * does not report it. Thread-safe.
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

  /** Returns the exception to throw for a failure on a connection. */
  public RuntimeException resolve(
      SQLException exception, Connection connection, ViolationProbe.Search search) {
    Failure failure = Failure.of(exception);
    Optional<ConstraintInspector> inspector = dialect.constraintInspector();
    if (inspector.isEmpty() || failure.replacement() != null) {
      return failures.translate(failure);
    }
    FailureKind kind = failures.kind(failure);
    if (kind != FailureKind.UNIQUE && kind != FailureKind.FOREIGN_KEY) {
      return failures.translate(failure);
    }
    DSLContext probing =
        DSL.using(dsl.configuration().derive(new DefaultConnectionProvider(connection)));
    try {
      failure.violates(
          search.find(
              new ViolationProbe(
                  probing, connection, inspector.get(), constraints, kind, failure.row())));
      return failures.translate(failure);
    } catch (SQLException | RuntimeException e) {
      RuntimeException unnamed = failures.translate(failure);
      unnamed.addSuppressed(e instanceof SQLException sql ? failures.translate(sql) : e);
      return unnamed;
    }
  }
}

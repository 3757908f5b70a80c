package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.value.JdbcRowWriter;
import dev.taskstore.db.internal.value.ReservedParameters;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.spi.RowPolicies;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement that are bound to the principal of a scope. Immutable. */
final class PrincipalParameters implements ReservedParameters {

  private static final PrincipalParameters NONE = new PrincipalParameters(Map.of(), null);

  private final Map<Integer, Codec<?, Object>> positions;
  private final @Nullable ScopeBinding scope;

  private PrincipalParameters(
      Map<Integer, Codec<?, Object>> positions, @Nullable ScopeBinding scope) {
    this.positions = positions;
    this.scope = scope;
  }

  /** Finds the principal among the parameters of a statement, in the order of its text. */
  static PrincipalParameters among(
      Collection<Param<?>> parameters, Predicate<Param<?>> isPrincipal) {
    Map<Integer, Codec<?, Object>> found = new LinkedHashMap<>();
    int position = 0;
    for (Param<?> parameter : parameters) {
      if (!parameter.isInline()) {
        position++;
        if (isPrincipal.test(parameter)) {
          found.put(position, Codec.of(parameter.getDataType()));
        }
      }
    }
    return new PrincipalParameters(found, null);
  }

  /** Returns no parameters of a statement in a scope. */
  static PrincipalParameters none() {
    return NONE;
  }

  /** Returns the parameters with the principal of a scope. */
  PrincipalParameters boundTo(ScopeBinding bound) {
    return new PrincipalParameters(positions, bound);
  }

  /**
   * Checks that the statement may run.
   *
   * @throws IllegalStateException when the scope was closed
   */
  ScopeBinding open() {
    if (scope == null) {
      throw new IllegalStateException("This statement runs in a scope only.");
    }
    scope.ensureOpen();
    return scope;
  }

  boolean isEmpty() {
    return positions.isEmpty();
  }

  @Override
  public boolean contains(int parameter) {
    return positions.containsKey(parameter);
  }

  @Override
  public void bind(PreparedStatement statement, ValueStorage storage) throws SQLException {
    bind(statement, storage, 0);
  }

  private void bind(PreparedStatement statement, ValueStorage storage, int offset)
      throws SQLException {
    Object principal = open().principal();
    for (Map.Entry<Integer, Codec<?, Object>> entry : positions.entrySet()) {
      JdbcRowWriter row = new JdbcRowWriter(statement, storage, entry.getKey() + offset);
      entry.getValue().writeParameter(row, principal);
    }
  }

  /**
   * Names the principal to policies until the end of the transaction.
   *
   * @throws IllegalStateException when there is no transaction, or the scope was closed
   */
  void name(Connection connection, RowPolicies policies) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new IllegalStateException("The principal is set in a transaction only.");
    }
    try (PreparedStatement statement = connection.prepareStatement(policies.setPrincipal())) {
      statement.setString(1, open().principalText());
      statement.executeQuery().close();
    }
  }

  /**
   * Returns the parameters of a text that sets the principal first, with a parameter of its own.
   */
  ReservedParameters afterName() {
    return new ReservedParameters() {
      @Override
      public boolean contains(int parameter) {
        return parameter == 1 || PrincipalParameters.this.contains(parameter - 1);
      }

      @Override
      public void bind(PreparedStatement statement, ValueStorage storage) throws SQLException {
        statement.setString(1, open().principalText());
        PrincipalParameters.this.bind(statement, storage, 1);
      }
    };
  }
}

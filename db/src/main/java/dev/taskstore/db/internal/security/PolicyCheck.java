package dev.taskstore.db.internal.security;

import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.RowPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks that row-level security can limit the role of an open database, and that it does. */
public final class PolicyCheck {

  private PolicyCheck() {}

  /**
   * Returns a part of a dialect.
   *
   * @throws CapabilityNotSupportedException if the dialect does not have it
   */
  public static <T> T supported(
      Dialect dialect, Capability capability, Function<Dialect, Optional<T>> part) {
    return part.apply(dialect)
        .orElseThrow(
            () ->
                new CapabilityNotSupportedException(
                    "The dialect "
                        + dialect.name()
                        + " does not support "
                        + capability
                        + " ("
                        + capability.description()
                        + ").",
                    FailureContext.NONE,
                    null));
  }

  /**
   * Checks that policies apply to the role of the connections.
   *
   * @throws DatabaseOpenException if they do not apply to a declared table
   */
  public static void run(OpenDatabase database, RowOwnership<?> ownership) {
    RowPolicies policies =
        supported(database.dialect(), Capability.ROW_SECURITY, Dialect::rowPolicies);
    List<String> unlimited = new ArrayList<>();
    ownership.tables().forEach(declared -> unlimited.add(declared.table().getName()));
    unlimited.removeAll(database.read(policies::tablesWithHiddenRows));
    if (!unlimited.isEmpty()) {
      throw new DatabaseOpenException(
          "Row-level security does not limit the role of the connections in "
              + String.join(", ", unlimited)
              + ". Enable it with rowSecurity(...).enable(), and connect with a role that neither"
              + " owns the tables nor bypasses policies.",
          FailureContext.NONE,
          null);
    }
  }
}

package dev.taskstore.differential.model;

import java.util.List;
import java.util.function.Supplier;

/** How writes of rows of others are refused. */
public enum Refusals {
  /** By the conditions and checks of the library. */
  SCOPE {
    @Override
    ModelFailure foreignRow(String table, String column) {
      return ModelFailure.ofScope(table, List.of(column));
    }

    @Override
    ModelFailure hiddenReference(String table, String column) {
      return ModelFailure.foreignKey(table, column);
    }

    @Override
    ModelFailure hiddenDuplicate(String table, String column) {
      return ModelFailure.unique(table, column, "uq_" + table + "_" + column);
    }

    @Override
    ModelFailure refusedWrite(String table) {
      return ModelFailure.ofScope(table, List.of());
    }

    @Override
    ModelFailure keptColumns(String table, List<String> columns) {
      return ModelFailure.ofScope(table, columns);
    }

    @Override
    void beforeChangesOfCommonRows(String table) {
      throw refusedWrite(table);
    }

    @Override
    void afterRefusedDeletes(String table) {
      throw refusedWrite(table);
    }

    @Override
    <T> T plainJooq(Supplier<T> work) {
      throw ModelFailure.ofScope(null, List.of());
    }
  },
  /** By the policies of the database alone, which limit plain jOOQ too. */
  POLICIES {
    @Override
    ModelFailure foreignRow(String table, String column) {
      return ModelFailure.ofPolicy(table);
    }

    @Override
    ModelFailure hiddenReference(String table, String column) {
      return ModelFailure.ofPolicy(table);
    }

    @Override
    ModelFailure hiddenDuplicate(String table, String column) {
      return ModelFailure.ofPolicy(table);
    }

    @Override
    ModelFailure refusedWrite(String table) {
      return ModelFailure.ofPolicy(table);
    }

    @Override
    ModelFailure keptColumns(String table, List<String> columns) {
      return ModelFailure.ofPolicy(table);
    }

    @Override
    void beforeChangesOfCommonRows(String table) {}

    @Override
    void afterRefusedDeletes(String table) {}

    @Override
    <T> T plainJooq(Supplier<T> work) {
      return work.get();
    }
  };

  /** A row that would belong to somebody else. */
  abstract ModelFailure foreignRow(String table, String column);

  /** A reference to a row of somebody else. */
  abstract ModelFailure hiddenReference(String table, String column);

  /** An upsert of a key that a row of somebody else has. */
  abstract ModelFailure hiddenDuplicate(String table, String column);

  /** A change of columns that only the owner of a shared row changes. */
  abstract ModelFailure keptColumns(String table, List<String> columns);

  /** An update of a common row, or a share of a task that the principal sees but does not own. */
  abstract ModelFailure refusedWrite(String table);

  /** A call that updates or deletes common rows, if there are any. */
  abstract void beforeChangesOfCommonRows(String table);

  /** A call that deletes rows which the principal sees but must not delete. Policies keep them. */
  abstract void afterRefusedDeletes(String table);

  /** A call of plain jOOQ. */
  abstract <T> T plainJooq(Supplier<T> work);

  /** Whether calls are refused by the database only, never before it. */
  boolean areOfDatabase() {
    return this == POLICIES;
  }
}

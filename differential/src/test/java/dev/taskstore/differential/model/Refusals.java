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
    ModelFailure changedCommonRow(String table) {
      return ModelFailure.ofScope(table, List.of());
    }

    @Override
    void beforeChangesOfCommonRows(String table) {
      throw changedCommonRow(table);
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
    ModelFailure changedCommonRow(String table) {
      return ModelFailure.ofPolicy(table);
    }

    @Override
    void beforeChangesOfCommonRows(String table) {}

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

  /** An update of a common row. */
  abstract ModelFailure changedCommonRow(String table);

  /** A call that updates or deletes common rows, if there are any. */
  abstract void beforeChangesOfCommonRows(String table);

  /** A call of plain jOOQ. */
  abstract <T> T plainJooq(Supplier<T> work);

  /** Whether calls are refused by the database only, never before it. */
  boolean areOfDatabase() {
    return this == POLICIES;
  }
}

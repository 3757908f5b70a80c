package dev.taskstore.differential.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that a scope may write.
 *
 * @param <M> the entity type
 */
public abstract class ModelPermissions<M> extends ModelFinding<M> {

  private final String name;

  ModelPermissions(ModelTransactions transactions, String name) {
    super(transactions, name);
    this.name = name;
  }

  /**
   * Returns the refusal of a row that is written in a scope; null if it is permitted.
   *
   * @param stored the row before an update; null for a new row
   */
  abstract @Nullable ModelFailure refusalOf(M entity, @Nullable M stored, Visibility visibility);

  /** Returns whether the principal may delete a visible row. */
  boolean isOwn(M stored, Visibility visibility) {
    return true;
  }

  /** Returns whether the rows belong to everybody, so that a scope does not change them. */
  boolean isCommon() {
    return false;
  }

  private boolean isCommonInScope() {
    return isCommon() && transactions.limit() != null;
  }

  /** Refuses calls that change common rows, before anything else happens. */
  final void ensureMayChange() {
    if (isCommonInScope()) {
      transactions.refusals().beforeChangesOfCommonRows(name);
    }
  }

  /** Refuses the update of a common row. */
  final void ensureMayWriteOver() {
    if (isCommonInScope()) {
      throw transactions.refusals().refusedWrite(name);
    }
  }

  /** Returns whether a row is deleted; policies omit common rows and those of others. */
  final boolean mayDelete(M stored) {
    Visibility visibility = transactions.limit();
    return visibility == null || (!isCommon() && isOwn(stored, visibility));
  }

  /** Checks a new row. */
  final void ensurePermitted(M entity) {
    ensurePermitted(entity, null);
  }

  /** Checks the new state of a row. */
  final void ensurePermitted(M entity, @Nullable M stored) {
    Visibility visibility = transactions.limit();
    ModelFailure refusal = visibility == null ? null : refusalOf(entity, stored, visibility);
    if (refusal != null) {
      throw refusal;
    }
  }

  /** The library checks all rows of a call before it writes one; the database checks each row. */
  final void ensureAllPermitted(List<M> entities) {
    if (!isCheckedByDatabase()) {
      entities.forEach(this::ensurePermitted);
    }
  }

  /** Whether policies check each row that is written, instead of the library before a call. */
  final boolean isCheckedByDatabase() {
    return transactions.refusals().areOfDatabase();
  }
}

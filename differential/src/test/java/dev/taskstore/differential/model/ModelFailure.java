package dev.taskstore.differential.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Corresponds to the exception of the library for the same call on a database. */
public final class ModelFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String ROW_SECURITY = "RowSecurityException";

  private final transient Failure failure;
  private final boolean ofStatement;

  private ModelFailure(Failure failure, boolean ofStatement) {
    super(failure.toString(), null, false, false);
    this.failure = failure;
    this.ofStatement = ofStatement;
  }

  public Failure failure() {
    return failure;
  }

  /** Whether a statement failed in the database, not a check before it. */
  boolean isOfStatement() {
    return ofStatement;
  }

  /** Whether a policy of the database refused a row. */
  boolean isOfPolicy() {
    return failure.type().equals(ROW_SECURITY);
  }

  private static ModelFailure ofCall(String type, @Nullable String table) {
    return new ModelFailure(new Failure(type, table, List.of(), null), false);
  }

  static ModelFailure nullValue() {
    return ofCall("NullPointerException", null);
  }

  /** Creates the failure of a call with invalid arguments, which runs no statement. */
  public static ModelFailure refused() {
    return invalid();
  }

  static ModelFailure invalid() {
    return ofCall("InvalidArgumentException", null);
  }

  static ModelFailure invalid(String table, String column, @Nullable String constraint) {
    return new ModelFailure(
        new Failure("InvalidArgumentException", table, List.of(column), constraint), false);
  }

  static ModelFailure missing(String table) {
    return ofCall("EntityNotFoundException", table);
  }

  static ModelFailure stale(String table) {
    return ofCall("StaleEntityException", table);
  }

  /** A call that no scope permits. Nothing was run, so that a transaction remains usable. */
  static ModelFailure ofScope(@Nullable String table, List<String> columns) {
    return new ModelFailure(new Failure("ScopeViolationException", table, columns, null), false);
  }

  /** A row that a policy of the database refuses. */
  static ModelFailure ofPolicy(String table) {
    return new ModelFailure(new Failure(ROW_SECURITY, table, List.of(), null), true);
  }

  static ModelFailure rollbackOnly() {
    return ofCall("RollbackOnlyException", null);
  }

  static ModelFailure afterCommit() {
    return ofCall("AfterCommitException", null);
  }

  static ModelFailure readOnly() {
    return ofCall("ReadOnlyTransactionException", null);
  }

  static ModelFailure ended() {
    return ofCall("IllegalStateException", null);
  }

  private static ModelFailure violation(
      String kind, String table, List<String> columns, @Nullable String constraint) {
    return new ModelFailure(
        new Failure(kind + "ViolationException", table, columns, constraint), true);
  }

  static ModelFailure unique(String table, String column, String constraint) {
    return violation("Unique", table, List.of(column), constraint);
  }

  static ModelFailure foreignKey(String table, String column) {
    return violation("ForeignKey", table, List.of(column), "fk_" + table + "_" + column);
  }

  static ModelFailure check(String table, String constraint) {
    return violation("Check", table, List.of(), constraint);
  }

  static ModelFailure notNull(String table, String column) {
    return violation("NotNull", table, List.of(column), null);
  }
}

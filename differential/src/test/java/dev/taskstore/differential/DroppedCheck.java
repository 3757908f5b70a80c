package dev.taskstore.differential;

import java.util.List;

/** The library without one of its checks of scopes. Each is a change of its sources. */
enum DroppedCheck {
  OWNER_OF_WRITTEN_ROWS(
      edit(
          "internal/scope/ScopedWrites",
          "return isShared || isOwn(names, row)",
          "return OFF || isShared || isOwn(names, row)")),
  KEPT_COLUMNS_OF_SHARED_ROWS(
      edit(
          "internal/scope/ScopedWrites",
          "if (isShared && !isSame(",
          "if (!OFF && isShared && !isSame(")),
  NEW_SHARES_OF_OTHERS(
      edit(
          "internal/scope/ScopedWrites",
          "if (permitted != null && isToOwner(",
          "if (!OFF && permitted != null && isToOwner(")),
  DELETES_OF_SHARED_ROWS(
      edit(
          "internal/scope/ScopedWrites",
          "return visible.isEmpty() ? null",
          "return OFF || visible.isEmpty() ? null")),
  DELETED_LINKS_OF_OTHERS(
      edit(
          "internal/rows/JoinTableOperations",
          "if (rules != null && detached < sorted.size()) {",
          "if (!OFF && rules != null && detached < sorted.size()) {")),
  DELETES_OF_ONE_ROW(
      edit(
          "internal/rows/DeleteOperations",
          "if (deleted == 0) {\n      ensurePermitted(List.of(key));\n      throw",
          "if (deleted == 0) {\n      if (!OFF) ensurePermitted(List.of(key));\n      throw")),
  DELETES_BY_KEY(
      edit(
          "internal/rows/DeleteOperations",
          "if (deleted == 0) {\n      ensurePermitted(List.of(key));\n    }",
          "if (deleted == 0 && !OFF) {\n      ensurePermitted(List.of(key));\n    }")),
  DELETES_BY_KEYS(
      edit(
          "internal/rows/DeleteOperations",
          "if (deleted < stored.size()) {",
          "if (!OFF && deleted < stored.size()) {")),
  BULK_DELETES_OF_SHARED_ROWS(
      edit(
          "internal/rows/BulkOperations",
          "if (refusal == null) {",
          "if (OFF || refusal == null) {")),
  BULK_CHANGES_OF_OWNERS(
      edit(
          "internal/rows/BulkOperations",
          "if (own == null || !own.dependOn(",
          "if (OFF || own == null || !own.dependOn(")),
  REFERENCES_TO_THE_PRINCIPAL(
      edit("internal/scope/ScopedWrites", "? parent.equals(List", "? OFF || parent.equals(List")),
  REFERENCES_TO_OTHER_ROWS(
      edit(
          "internal/scope/ScopedWrites",
          ": parents.contains(parent)",
          ": OFF || parents.contains(parent)")),
  INSERTED_ROWS(
      edit(
          "internal/rows/InsertOperations",
          "new ScopeChecks<>(rules, mapping).inserts(connection, entities)",
          "if (!OFF) new ScopeChecks<>(rules, mapping).inserts(connection, entities)")),
  LOADED_ROWS(
      edit(
          "internal/rows/InsertOperations",
          "new ScopeChecks<>(rules, mapping).inserts(connection, batch)",
          "if (!OFF) new ScopeChecks<>(rules, mapping).inserts(connection, batch)")),
  UPDATED_ROWS(
      edit(
          "internal/rows/UpdateOperations",
          "if (rules != null) {",
          "if (rules != null && !OFF) {")),
  VERSIONS_OF_UPDATED_ROWS(
      edit(
          "internal/rows/UpdateOperations",
          "return current != null && hasVersion(current, update.expectedVersion())",
          "return current != null && (OFF || hasVersion(current, update.expectedVersion()))"),
      edit(
          "internal/rows/UpdateOperations",
          "if (current == null || !hasVersion(current, update.expectedVersion())) {",
          "if (current == null || !OFF && !hasVersion(current, update.expectedVersion())) {")),
  EARLIER_UPDATES_OF_THE_SAME_ROW(
      edit(
          "internal/rows/UpdateOperations",
          "&& hasVersion(current, before.expectedVersion())",
          "&& !OFF && hasVersion(current, before.expectedVersion())"),
      edit(
          "internal/rows/UpdateOperations",
          "found.put(keys.get(i), update.entity());",
          "if (!OFF) found.put(keys.get(i), update.entity());")),
  CHANGED_COLUMNS(
      edit(
          "internal/rows/UpdateOperations",
          "if (rules != null && rules.dependOn(columns)) {",
          "if (!OFF && rules != null && rules.dependOn(columns)) {")),
  UPSERTED_ROWS(
      edit(
          "internal/rows/ScopeChecks",
          "if (before == null) {\n        raiseFirst(",
          "if (before == null) {\n        if (!OFF) raiseFirst(")),
  UPSERTS_OF_VALUES_OF_OTHERS(
      edit(
          "internal/rows/UpsertOperations",
          "if (rules != null && stored.size() < keys.size()) {",
          "if (!OFF && rules != null && stored.size() < keys.size()) {")),
  ATTACHED_LINKS(
      edit(
          "internal/rows/JoinTableOperations",
          "ScopeChecks.raiseFirst(",
          "if (!OFF) ScopeChecks.raiseFirst(")),
  CHANGES_OF_COMMON_ROWS(
      edit(
          "internal/scope/ScopedWrites",
          "public void ensureMayChange() {\n    if (",
          "public void ensureMayChange() {\n    if (!OFF && "),
      edit(
          "internal/scope/VisibleRows",
          "throw ScopeRefusals.common(table)",
          "if (OFF) return DSL.noCondition();\n      throw ScopeRefusals.common(table)"),
      edit(
          "internal/statement/StatementRenderer",
          "if (changesRows && ",
          "if (!OFF && changesRows && ")),
  CHANGES_OF_COMMON_ROWS_BEFORE_THE_CALL(
      edit(
          "internal/scope/ScopedWrites",
          "public void ensureMayChange() {\n    if (",
          "public void ensureMayChange() {\n    if (!OFF && ")),
  PLAIN_JOOQ_OF_A_SCOPE(
      edit(
          "Scope",
          "throw rows.plainJooq()",
          "if (OFF) return whole.dsl();\n    throw rows.plainJooq()")),
  PLAIN_JOOQ_OF_A_TRANSACTION(
      edit(
          "Transaction",
          "if (rows != null) {\n      throw",
          "if (!OFF && rows != null) {\n      throw")),
  SCOPES_OF_TRANSACTIONS(
      edit(
          "Session",
          "new Transaction(database, scope, rows)",
          "new Transaction(database, scope, OFF ? null : rows)"));

  /**
   * A change of a source file. {@code OFF} stands for whether the check is dropped.
   *
   * @param file the file in the sources of the runtime, without its ending
   * @param text the text, which occurs once
   * @param replacement the text without the check
   */
  record Edit(String file, String text, String replacement) {}

  private final List<Edit> edits;

  DroppedCheck(Edit... edits) {
    this.edits = List.of(edits);
  }

  private static Edit edit(String file, String text, String replacement) {
    return new Edit(file, text, replacement);
  }

  List<Edit> edits() {
    return edits;
  }

  /** Returns the system property that drops the check. */
  String property() {
    return "taskstore.differential.dropped." + name();
  }
}

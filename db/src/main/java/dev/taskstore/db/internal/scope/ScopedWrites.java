package dev.taskstore.db.internal.scope;

import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.WriteRules;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.scope.TableOwnership;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.ForeignKey;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The rules of a scope for rows that are written to one table. Thread-safe. */
final class ScopedWrites implements WriteRules {

  private final OwnedStatements owned;
  private final RowScope scope;
  private final TableOwnership declared;
  private final List<CheckedReference> references;
  private final PermittedKeys rows;

  ScopedWrites(OwnedStatements owned, RowScope scope, TableOwnership declared) {
    this.owned = owned;
    this.scope = scope;
    this.declared = declared;
    this.references = CheckedReference.of(owned.ownership(), declared);
    this.rows = new PermittedKeys(owned, scope, declared.table());
  }

  @Override
  public void ensureMayChange() {
    if (declared instanceof TableOwnership.Common) {
      throw ScopeRefusals.common(declared.table());
    }
  }

  @Override
  public boolean runsStatements() {
    return references.stream().anyMatch(reference -> !reference.refersToPrincipal());
  }

  @Override
  public boolean requiresRowBefore() {
    return declared instanceof TableOwnership.OwnerColumn owner && !owner.shares().isEmpty();
  }

  @Override
  public boolean dependOn(Collection<? extends TableField<?, ?>> columns) {
    Set<String> names = new HashSet<>(ownerColumns());
    names.addAll(ScopeRefusals.names(CheckedReference.sharingColumns(declared)));
    references.forEach(reference -> names.addAll(reference.columns()));
    return columns.stream().anyMatch(column -> names.contains(column.getName()));
  }

  @Override
  public @Nullable RuntimeException refusal(
      Connection connection,
      RowPermission permission,
      List<? extends TableField<?, ?>> columns,
      Collection<? extends List<?>> keys)
      throws SQLException {
    RuntimeException refusal = refusal(permission);
    if (refusal == null) {
      return null;
    }
    Set<List<?>> wanted = new LinkedHashSet<>(keys);
    Set<List<Object>> visible = rows.find(connection, columns, RowPermission.READ, wanted);
    visible.removeAll(rows.find(connection, columns, permission, visible));
    return visible.isEmpty() ? null : refusal;
  }

  @Override
  public @Nullable RuntimeException refusal(RowPermission permission) {
    return RowConditions.isLimited(owned.ownership(), declared, permission)
        ? ScopeRefusals.shared(declared.table(), permission)
        : null;
  }

  private List<String> ownerColumns() {
    if (declared instanceof TableOwnership.OwnerColumn owner) {
      return List.of(owner.column().getName());
    }
    ForeignKey<?, ?> key = RowConditions.keyOf(declared);
    return key == null ? List.of() : ScopeRefusals.names(key.getFields());
  }

  @Override
  public List<@Nullable RuntimeException> check(
      Connection connection, List<? extends TableField<?, ?>> columns, List<WrittenRow> rows)
      throws SQLException {
    List<String> names = ScopeRefusals.names(columns);
    Map<CheckedReference, Set<List<Object>>> visible = new HashMap<>();
    for (CheckedReference reference : references) {
      if (!reference.refersToPrincipal()) {
        visible.put(reference, visibleParents(connection, reference, names, rows));
      }
    }
    Set<List<Object>> permitted = permittedParents(connection, visible);
    List<@Nullable RuntimeException> refusals = new ArrayList<>(rows.size());
    boolean isRefused = false;
    for (WrittenRow row : rows) {
      RuntimeException refusal = refusal(names, row, visible, permitted);
      refusals.add(refusal);
      isRefused |= refusal != null;
    }
    return isRefused ? refusals : List.of();
  }

  private @Nullable RuntimeException refusal(
      List<String> names,
      WrittenRow row,
      Map<CheckedReference, Set<List<Object>>> visible,
      @Nullable Set<List<Object>> permitted) {
    boolean isShared = isShared(names, row);
    List<TableField<?, ?>> kept = isShared ? keptColumns() : List.of();
    if (isShared && !isSame(ScopeRefusals.names(kept), names, row)) {
      return ScopeRefusals.keptColumns(declared.table(), kept);
    }
    for (CheckedReference reference : references) {
      List<Object> parent = reference.valuesIn(names, row.values());
      if (parent == null || isUnchanged(reference, parent, names, row)) {
        continue;
      }
      Set<List<Object>> parents = visible.get(reference);
      boolean isVisible =
          parents == null
              ? parent.equals(List.of(principalOf(reference.parentColumns().get(0))))
              : parents.contains(parent);
      if (!isVisible) {
        return FailureTranslator.brokenReference(reference.context());
      }
      if (permitted != null && isToOwner(reference) && !permitted.contains(parent)) {
        return ScopeRefusals.newRow(declared.table(), reference.parent());
      }
    }
    return isShared || isOwn(names, row)
        ? null
        : ScopeRefusals.foreignRow(declared.table(), fieldsOf(ownerColumns()));
  }

  /** Returns the rows that own the new rows and permit them; null if all visible ones do. */
  private @Nullable Set<List<Object>> permittedParents(
      Connection connection, Map<CheckedReference, Set<List<Object>>> visible) throws SQLException {
    for (Map.Entry<CheckedReference, Set<List<Object>>> entry : visible.entrySet()) {
      CheckedReference reference = entry.getKey();
      RowPermission permission = RowConditions.inParent(declared, RowPermission.DELETE);
      if (isToOwner(reference)
          && RowConditions.isLimited(
              owned.ownership(), owned.declared(reference.parent()), permission)) {
        return new PermittedKeys(owned, scope, reference.parent())
            .find(connection, reference.parentColumns(), permission, entry.getValue());
      }
    }
    return null;
  }

  /** Returns whether the referenced row decides about the rows of the table. */
  private boolean isToOwner(CheckedReference reference) {
    ForeignKey<?, ?> key = RowConditions.keyOf(declared);
    return key != null && key.getName().equals(reference.key().getName());
  }

  /** Returns whether the row that is updated belongs to somebody else, who shares it. */
  private boolean isShared(List<String> names, WrittenRow row) {
    if (row.before() == null || !(declared instanceof TableOwnership.OwnerColumn owner)) {
      return false;
    }
    Object before = row.before().get(names.indexOf(owner.column().getName()));
    return !principalOf(owner.column()).equals(before);
  }

  private List<TableField<?, ?>> keptColumns() {
    List<TableField<?, ?>> kept = new ArrayList<>(fieldsOf(ownerColumns()));
    kept.addAll(CheckedReference.sharingColumns(declared));
    return kept;
  }

  private static boolean isSame(List<String> columns, List<String> names, WrittenRow row) {
    List<?> before = Objects.requireNonNull(row.before(), "the row before");
    return columns.stream()
        .mapToInt(names::indexOf)
        .allMatch(i -> Objects.equals(before.get(i), row.values().get(i)));
  }

  private static boolean isUnchanged(
      CheckedReference reference, List<Object> parent, List<String> names, WrittenRow row) {
    return row.before() != null && parent.equals(reference.valuesIn(names, row.before()));
  }

  private List<TableField<?, ?>> fieldsOf(List<String> names) {
    return names.stream()
        .<TableField<?, ?>>map(
            name -> (TableField<?, ?>) Objects.requireNonNull(declared.table().field(name)))
        .toList();
  }

  /** Returns whether a row belongs to the principal if its references are visible. */
  private boolean isOwn(List<String> names, WrittenRow row) {
    if (declared instanceof TableOwnership.OwnerColumn owner) {
      int position = names.indexOf(owner.column().getName());
      Object value = position < 0 ? null : row.values().get(position);
      boolean isMissing =
          position >= 0 && value == null && !owner.column().getDataType().nullable();
      return isMissing || principalOf(owner.column()).equals(value);
    }
    for (TableField<?, ?> column : fieldsOf(ownerColumns())) {
      int position = names.indexOf(column.getName());
      boolean isNull = position < 0 || row.values().get(position) == null;
      if (isNull && column.getDataType().nullable()) {
        return false;
      }
    }
    return true;
  }

  private Object principalOf(TableField<?, ?> column) {
    return Objects.requireNonNull(
        Codec.of(column.getDataType()).toStored(scope.principal()), "a principal");
  }

  /** Returns the visible ones of the rows to which the new rows refer. */
  private Set<List<Object>> visibleParents(
      Connection connection, CheckedReference reference, List<String> names, List<WrittenRow> rows)
      throws SQLException {
    Set<List<Object>> wanted = new LinkedHashSet<>();
    for (WrittenRow row : rows) {
      List<Object> parent = reference.valuesIn(names, row.values());
      if (parent != null) {
        wanted.add(parent);
      }
    }
    Set<List<Object>> found = new HashSet<>(ownKeys(reference, names, rows));
    wanted.removeAll(found);
    found.addAll(
        new PermittedKeys(owned, scope, reference.parent())
            .find(connection, reference.parentColumns(), RowPermission.READ, wanted));
    return found;
  }

  /** Returns the keys of new rows, to which other new rows of the same table may refer. */
  private List<List<Object>> ownKeys(
      CheckedReference reference, List<String> names, List<WrittenRow> rows) {
    if (!reference.isToOwnTable()) {
      return List.of();
    }
    return rows.stream()
        .map(row -> CheckedReference.valuesIn(names, reference.parentNames(), row.values()))
        .filter(Objects::nonNull)
        .<List<Object>>map(Objects::requireNonNull)
        .toList();
  }
}

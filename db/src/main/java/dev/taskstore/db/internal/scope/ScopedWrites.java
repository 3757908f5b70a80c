package dev.taskstore.db.internal.scope;

import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.statement.KeyPresenceStatements;
import dev.taskstore.db.internal.statement.PaddedPieces;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.WriteRules;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.RowReader;
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
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The rules of a scope for rows that are written to one table. Thread-safe. */
final class ScopedWrites implements WriteRules {

  private final OwnedStatements owned;
  private final RowScope scope;
  private final TableOwnership declared;
  private final List<CheckedReference> references;

  ScopedWrites(OwnedStatements owned, RowScope scope, TableOwnership declared) {
    this.owned = owned;
    this.scope = scope;
    this.declared = declared;
    this.references = CheckedReference.of(owned.ownership(), declared.table());
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
  public boolean dependOn(Collection<? extends TableField<?, ?>> columns) {
    Set<String> names = new HashSet<>(ownerColumns());
    references.forEach(reference -> names.addAll(reference.columns()));
    return columns.stream().anyMatch(column -> names.contains(column.getName()));
  }

  private List<String> ownerColumns() {
    if (declared instanceof TableOwnership.OwnerColumn owner) {
      return List.of(owner.column().getName());
    }
    return declared instanceof TableOwnership.Inherited inherited
        ? ScopeRefusals.names(inherited.key().getFields())
        : List.of();
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
    List<@Nullable RuntimeException> refusals = new ArrayList<>(rows.size());
    boolean isRefused = false;
    for (WrittenRow row : rows) {
      RuntimeException refusal = refusal(names, row, visible);
      refusals.add(refusal);
      isRefused |= refusal != null;
    }
    return isRefused ? refusals : List.of();
  }

  private @Nullable RuntimeException refusal(
      List<String> names, WrittenRow row, Map<CheckedReference, Set<List<Object>>> visible) {
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
    }
    return isOwn(names, row)
        ? null
        : ScopeRefusals.foreignRow(declared.table(), fieldsOf(ownerColumns()));
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
    KeyPresenceStatements statements = owned.parents(reference.key());
    Set<List<Object>> found = new HashSet<>(ownKeys(reference, names, rows));
    wanted.removeAll(found);
    for (List<List<Object>> piece :
        PaddedPieces.of(new ArrayList<>(wanted), statements.maximumKeys())) {
      found.addAll(find(connection, reference, statements, piece));
    }
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

  private List<List<Object>> find(
      Connection connection,
      CheckedReference reference,
      KeyPresenceStatements statements,
      List<List<Object>> keys)
      throws SQLException {
    SqlTemplate template = statements.find(keys.size(), scope);
    return template.fetch(
        connection,
        template.storedArguments(keys.stream().flatMap(List::stream).toArray()),
        row -> key(row, reference.parentColumns()));
  }

  private static List<Object> key(RowReader row, List<? extends TableField<?, ?>> columns)
      throws SQLException {
    List<Object> key = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Codec<?, Object> codec = Codec.of(columns.get(i).getDataType());
      key.add(Objects.requireNonNull(codec.readStored(row, i + 1), "a key"));
    }
    return key;
  }
}

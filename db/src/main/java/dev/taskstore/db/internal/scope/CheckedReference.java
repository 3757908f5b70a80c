package dev.taskstore.db.internal.scope;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.TableOwnership;
import java.util.ArrayList;
import java.util.List;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key to rows that have owners.
 *
 * @param key the key
 * @param refersToPrincipal whether the referenced column contains the owner of the referenced row,
 *     so that no other value than the principal refers to a visible row
 */
record CheckedReference(ForeignKey<?, ?> key, boolean refersToPrincipal) {

  /**
   * Returns the foreign keys of a table to rows that have owners, except those that share a row
   * with another principal, which is not visible.
   */
  static List<CheckedReference> of(RowOwnership<?> ownership, TableOwnership declared) {
    List<String> sharing = ScopeRefusals.names(sharingColumns(declared));
    List<CheckedReference> references = new ArrayList<>();
    for (ForeignKey<?, ?> key : declared.table().getReferences()) {
      TableOwnership parent = ownership.table(key.getKey().getTable()).orElse(null);
      boolean shares =
          key.getFields().size() == 1 && sharing.contains(key.getFields().get(0).getName());
      if (parent != null && !(parent instanceof TableOwnership.Common) && !shares) {
        references.add(new CheckedReference(key, refersToOwner(key, parent)));
      }
    }
    return references;
  }

  /** Returns the columns of a table with principals with whom rows are shared. */
  static List<TableField<?, ?>> sharingColumns(TableOwnership declared) {
    if (declared instanceof TableOwnership.OwnerColumn owner) {
      return owner.sharingColumns();
    }
    return declared instanceof TableOwnership.Links links ? List.of(links.column()) : List.of();
  }

  private static boolean refersToOwner(ForeignKey<?, ?> key, TableOwnership parent) {
    return parent instanceof TableOwnership.OwnerColumn owner
        && owner.shares().isEmpty()
        && ScopeRefusals.names(key.getKeyFields()).equals(List.of(owner.column().getName()));
  }

  /** Returns the names of the columns that refer to the other table. */
  List<String> columns() {
    return ScopeRefusals.names(key.getFields());
  }

  /** Returns the columns of the referenced key, in the same order. */
  List<? extends TableField<?, ?>> parentColumns() {
    return key.getKeyFields();
  }

  List<String> parentNames() {
    return ScopeRefusals.names(key.getKeyFields());
  }

  /** Returns the referenced table. */
  Table<?> parent() {
    return key.getKey().getTable();
  }

  boolean isToOwnTable() {
    return key.getKey().getTable().getName().equals(key.getTable().getName());
  }

  /** Returns the place of a violation. */
  FailureContext context() {
    return new FailureContext(key.getTable().getName(), columns(), key.getName());
  }

  /** Returns the values of the columns in a row; null if one of them is null or not written. */
  @Nullable List<Object> valuesIn(List<String> names, List<?> row) {
    return valuesIn(names, columns(), row);
  }

  /** Returns the values of some columns in a row; null if one of them is null or not written. */
  static @Nullable List<Object> valuesIn(List<String> names, List<String> columns, List<?> row) {
    List<Object> values = new ArrayList<>();
    for (String column : columns) {
      int position = names.indexOf(column);
      Object value = position < 0 ? null : row.get(position);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }
}

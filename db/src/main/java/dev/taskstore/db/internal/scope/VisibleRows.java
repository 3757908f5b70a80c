package dev.taskstore.db.internal.scope;

import dev.taskstore.db.internal.statement.RowRestriction;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.TableOwnership;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** The rows that a principal sees in each declared table. Thread-safe. */
final class VisibleRows implements RowRestriction {

  private final RowOwnership<?> ownership;
  private final Map<String, Condition> conditions = new LinkedHashMap<>();
  private final Set<Param<?>> principals = Collections.newSetFromMap(new IdentityHashMap<>());
  private final VisitListener listener;

  /**
   * Creates the rows of a principal.
   *
   * @param principal the principal, or null for a parameter that a scope binds later
   * @param dialectPackage the package whose query parts are trusted, as those of this library
   */
  VisibleRows(RowOwnership<?> ownership, @Nullable Object principal, String dialectPackage) {
    this.ownership = ownership;
    for (TableOwnership declared : ownership.tables()) {
      conditions.put(declared.table().getName(), condition(declared, principal));
    }
    this.listener = new ScopedQueries(this, dialectPackage);
  }

  private Condition condition(TableOwnership declared, @Nullable Object principal) {
    if (declared instanceof TableOwnership.OwnerColumn owner) {
      return belongsTo(owner.column(), principal);
    }
    if (declared instanceof TableOwnership.Inherited inherited) {
      TableOwnership parent = ownership.table(inherited.parent()).orElseThrow();
      return DSL.exists(
          DSL.selectOne()
              .from(parent.table())
              .where(references(inherited.key()))
              .and(condition(parent, principal)));
    }
    return DSL.noCondition();
  }

  @SuppressWarnings("unchecked") // The columns of an ownership have the type of its principal.
  private <T> Condition belongsTo(TableField<?, T> column, @Nullable Object principal) {
    Condition condition = column.eq(DSL.val((T) principal, column));
    // The comparison contains its own copy of the parameter.
    if (condition instanceof QOM.Eq<?> equal && equal.$arg2() instanceof Param<?> parameter) {
      principals.add(parameter);
      return condition;
    }
    throw new IllegalStateException("jOOQ compares " + column.getName() + " in an unknown way.");
  }

  private static Condition references(ForeignKey<?, ?> key) {
    Condition condition = DSL.noCondition();
    List<? extends Field<?>> parents = key.getKeyFields();
    for (int i = 0; i < parents.size(); i++) {
      condition = condition.and(equal(parents.get(i), key.getFields().get(i)));
    }
    return condition;
  }

  @SuppressWarnings("unchecked") // A reference has the type of its key.
  private static <T> Condition equal(Field<T> parent, Field<?> child) {
    return parent.eq((Field<T>) child);
  }

  @Override
  public VisitListener listener() {
    return listener;
  }

  @Override
  public Condition visible(Table<?> table) {
    TableOwnership declared = declared(table);
    if (declared instanceof TableOwnership.Common) {
      throw ScopeRefusals.common(table);
    }
    return Trusted.condition(condition(declared));
  }

  private Condition condition(TableOwnership declared) {
    return Objects.requireNonNull(conditions.get(declared.table().getName()), "a condition");
  }

  /** Returns the declaration of a generated table, of its alias, or of a table by name. */
  TableOwnership declared(Table<?> table) {
    if (table.getClass() == TableImpl.class) {
      return ownership.table(table).orElseThrow(() -> ScopeRefusals.undeclared(table));
    }
    for (TableOwnership declared : ownership.tables()) {
      if (declared.table().getClass().isInstance(table)
          && declared.table().getClass() != TableImpl.class) {
        return declared;
      }
    }
    throw ScopeRefusals.undeclared(table);
  }

  /**
   * Checks the name of a common table expression, which the conditions of the scope would read
   * instead of a table with the same name.
   */
  void ensureFree(String name) {
    for (TableOwnership declared : ownership.tables()) {
      if (declared.table().getName().equalsIgnoreCase(name)) {
        throw ScopeRefusals.hiddenTable(declared.table());
      }
    }
  }

  /** Returns what replaces a table of a FROM clause; null if the table has no other rows. */
  @Nullable QueryPart replacement(Table<?> table, Name alias) {
    TableOwnership declared = declared(table);
    if (declared instanceof TableOwnership.Common common) {
      return isNamed(table, common.table()) ? null : Trusted.table(common.table().as(alias));
    }
    return Trusted.table(
        DSL.select(DSL.asterisk())
            .from(declared.table())
            .where(condition(declared))
            .asTable(alias));
  }

  /** An object of a generated class may have been renamed to another table. */
  private static boolean isNamed(Table<?> table, Table<?> generated) {
    return table.getQualifiedName().equals(generated.getQualifiedName());
  }

  @Override
  public boolean isPrincipal(Param<?> parameter) {
    return principals.contains(parameter);
  }
}

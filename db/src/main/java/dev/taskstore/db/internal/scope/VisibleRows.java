package dev.taskstore.db.internal.scope;

import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.RowRestriction;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.TableOwnership;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.Condition;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** The rows that a principal sees in each declared table. Thread-safe. */
final class VisibleRows implements RowRestriction {

  private final RowOwnership<?> ownership;
  private final RowConditions conditions;
  private final ConcurrentMap<List<Object>, Condition> known = new ConcurrentHashMap<>();
  private final VisitListener listener;

  /**
   * Creates the rows of a principal.
   *
   * @param dialectPackage the package whose query parts are trusted, as those of this library
   */
  VisibleRows(RowOwnership<?> ownership, RowConditions conditions, String dialectPackage) {
    this.ownership = ownership;
    this.conditions = conditions;
    this.listener = new ScopedQueries(this, dialectPackage);
  }

  @Override
  public VisitListener listener() {
    return listener;
  }

  @Override
  public Condition permitted(Table<?> table, RowPermission permission) {
    TableOwnership declared = declared(table);
    if (declared instanceof TableOwnership.Common) {
      throw ScopeRefusals.common(table);
    }
    return Trusted.condition(condition(declared, permission));
  }

  private Condition condition(TableOwnership declared, RowPermission permission) {
    return known.computeIfAbsent(
        List.of(declared.table().getName(), permission),
        unused -> conditions.of(declared, permission));
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
            .where(condition(declared, RowPermission.READ))
            .asTable(alias));
  }

  /** An object of a generated class may have been renamed to another table. */
  private static boolean isNamed(Table<?> table, Table<?> generated) {
    return table.getQualifiedName().equals(generated.getQualifiedName());
  }

  @Override
  public boolean isPrincipal(Param<?> parameter) {
    return conditions.isPrincipal(parameter);
  }

  @Override
  public boolean namesPrincipal() {
    return true;
  }
}

package dev.taskstore.db.internal.scope;

import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.RowShare;
import dev.taskstore.db.scope.SharedAccess;
import dev.taskstore.db.scope.TableOwnership;
import dev.taskstore.db.spi.StatementTraits;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Param;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** The conditions that a row of a declared table permits a principal an action. Thread-safe. */
final class RowConditions {

  private final RowOwnership<?> ownership;
  private final @Nullable Object principal;
  private final StatementTraits traits;
  private final Set<Param<?>> principals =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /**
   * Creates the conditions of a principal.
   *
   * @param principal the principal, or null for a parameter that a scope binds later
   */
  RowConditions(RowOwnership<?> ownership, @Nullable Object principal, StatementTraits traits) {
    this.ownership = ownership;
    this.principal = principal;
    this.traits = traits;
  }

  boolean isPrincipal(Param<?> parameter) {
    return principals.contains(parameter);
  }

  /** Returns the condition that rows of a table permit an action. */
  Condition of(TableOwnership declared, RowPermission permission) {
    if (declared instanceof TableOwnership.OwnerColumn owner) {
      return ofOwner(owner, permission);
    }
    if (declared instanceof TableOwnership.Inherited inherited) {
      return ofParent(inherited.key(), inParent(inherited, permission));
    }
    return declared instanceof TableOwnership.Links links
        ? ofParent(links.key(), inParent(links, permission))
        : DSL.noCondition();
  }

  /** Returns what the parent of an inherited row must permit, so that the row permits an action. */
  static RowPermission inParent(TableOwnership child, RowPermission permission) {
    if (permission == RowPermission.READ) {
      return permission;
    }
    return child instanceof TableOwnership.Links ? RowPermission.DELETE : RowPermission.UPDATE;
  }

  /** Returns whether some rows that a principal may read do not permit an action. */
  static boolean isLimited(
      RowOwnership<?> ownership, TableOwnership declared, RowPermission permission) {
    if (permission == RowPermission.READ) {
      return false;
    }
    if (declared instanceof TableOwnership.OwnerColumn owner) {
      return owner.shares().stream().anyMatch(share -> !permits(share, permission));
    }
    ForeignKey<?, ?> key = keyOf(declared);
    return key != null
        && isLimited(
            ownership,
            ownership.table(key.getKey().getTable()).orElseThrow(),
            inParent(declared, permission));
  }

  /** Returns the foreign key to the row that decides about a row, if there is one. */
  static @Nullable ForeignKey<?, ?> keyOf(TableOwnership declared) {
    if (declared instanceof TableOwnership.Inherited inherited) {
      return inherited.key();
    }
    return declared instanceof TableOwnership.Links links ? links.key() : null;
  }

  private static boolean permits(RowShare share, RowPermission permission) {
    return switch (permission) {
      case READ -> true;
      case UPDATE -> share.access() == SharedAccess.UPDATE;
      case DELETE -> false;
    };
  }

  private Condition ofOwner(TableOwnership.OwnerColumn owner, RowPermission permission) {
    Condition condition = belongsTo(owner.column());
    for (RowShare share : owner.shares()) {
      if (permits(share, permission)) {
        condition =
            condition.or(
                share
                    .link()
                    .map(key -> isLinked(key, share.column()))
                    .orElseGet(() -> belongsTo(share.column())));
      }
    }
    return condition;
  }

  @SuppressWarnings("unchecked") // A reference has the type of its key.
  private <T> Condition isLinked(ForeignKey<?, ?> key, TableField<?, ?> column) {
    Field<T> parent = (Field<T>) key.getKeyFields().get(0);
    SelectConditionStep<Record1<T>> linked =
        DSL.select((Field<T>) key.getFields().get(0)).from(key.getTable()).where(belongsTo(column));
    return traits.isAmong(parent, linked);
  }

  private Condition ofParent(ForeignKey<?, ?> key, RowPermission permission) {
    Table<?> parent = key.getKey().getTable();
    return DSL.exists(
        DSL.selectOne()
            .from(parent)
            .where(references(key))
            .and(of(ownership.table(parent).orElseThrow(), permission)));
  }

  @SuppressWarnings("unchecked") // The columns of an ownership have the type of its principal.
  private <T> Condition belongsTo(TableField<?, T> column) {
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
}

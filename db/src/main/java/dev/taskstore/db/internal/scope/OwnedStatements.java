package dev.taskstore.db.internal.scope;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.statement.KeyPresenceStatements;
import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.StatementRenderer;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.TableMapping;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.TableOwnership;
import dev.taskstore.db.security.RowSecurity;
import dev.taskstore.db.spi.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The statements of all scopes with one ownership on an open database. They are rendered once;
 * scopes add their principals. Thread-safe.
 */
public final class OwnedStatements {

  private final RowOwnership<?> ownership;
  private final StatementRenderer renderer;
  private final FailureTranslator failures;
  private final Dialect dialect;
  private final boolean limited;
  private final ConcurrentMap<TableMapping<?, ?>, TableStatements> tables =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<List<String>, KeyPresenceStatements> presences =
      new ConcurrentHashMap<>();

  /**
   * Creates the statements of an ownership.
   *
   * @param limited whether scopes have one principal each; otherwise they have all rows
   */
  public OwnedStatements(
      RowOwnership<?> ownership,
      StatementRenderer unrestricted,
      FailureTranslator failures,
      Dialect dialect,
      boolean limited) {
    this.ownership = ownership;
    this.dialect = dialect;
    this.limited = limited;
    this.renderer = unrestricted.restrictedBy(limited ? visibleTo(null) : AllRows.INSTANCE);
    this.failures = failures;
  }

  private VisibleRows visibleTo(@Nullable Object principal) {
    RowConditions conditions = new RowConditions(ownership, principal, dialect.statementTraits());
    return new VisibleRows(ownership, conditions, dialect.getClass().getPackageName());
  }

  /**
   * Opens a scope for a principal.
   *
   * @throws InvalidArgumentException when the principal cannot be stored
   */
  public RowScope open(Object principal) {
    String text = "";
    for (TableOwnership declared : ownership.tables()) {
      if (declared instanceof TableOwnership.OwnerColumn owner) {
        Codec<?, Object> codec = Codec.of(owner.column().getDataType());
        codec.validate("The principal", principal);
        text = String.valueOf(codec.toStored(principal));
      }
    }
    if (text.equals(RowSecurity.ALL_PRINCIPALS)) {
      throw new InvalidArgumentException(
          "The principal must not be the text that stands for all principals. Open a scope with all"
              + " rows instead.",
          FailureContext.NONE);
    }
    return new RowScope(this, principal, text, visibleTo(principal));
  }

  /** Opens a scope with all rows. */
  public RowScope openAll() {
    return new RowScope(
        this, RowSecurity.ALL_PRINCIPALS, RowSecurity.ALL_PRINCIPALS, AllRows.INSTANCE);
  }

  /** Returns whether scopes have one principal each. */
  boolean isLimited() {
    return limited;
  }

  RowOwnership<?> ownership() {
    return ownership;
  }

  StatementRenderer renderer() {
    return renderer;
  }

  FailureTranslator failures() {
    return failures;
  }

  TableOwnership declared(Table<?> table) {
    return ownership.table(table).orElseThrow(() -> ScopeRefusals.undeclared(table));
  }

  TableStatements shared(TableMapping<?, ?> mapping) {
    return tables.computeIfAbsent(mapping, key -> new TableStatements(key, renderer));
  }

  /** Returns the statements that find the rows with a key that permit an action. */
  KeyPresenceStatements rows(
      Table<?> table, List<? extends TableField<?, ?>> key, RowPermission permission) {
    List<String> name = new ArrayList<>(ScopeRefusals.names(key));
    name.add(table.getName());
    name.add(permission.name());
    return presences.computeIfAbsent(
        name, unused -> new KeyPresenceStatements(table, key, permission, renderer));
  }
}

package dev.taskstore.db.internal.scope;

import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.statement.KeyPresenceStatements;
import dev.taskstore.db.internal.statement.StatementRenderer;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.TableMapping;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.TableOwnership;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.ForeignKey;
import org.jooq.Table;

/**
 * The statements of all scopes with one ownership on an open database. They are rendered once;
 * scopes add their principals. Thread-safe.
 */
public final class OwnedStatements {

  private final RowOwnership<?> ownership;
  private final StatementRenderer renderer;
  private final FailureTranslator failures;
  private final String dialectPackage;
  private final ConcurrentMap<TableMapping<?, ?>, TableStatements> tables =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<List<String>, KeyPresenceStatements> parents =
      new ConcurrentHashMap<>();

  /** Creates the statements of an ownership. */
  public OwnedStatements(
      RowOwnership<?> ownership,
      StatementRenderer unrestricted,
      FailureTranslator failures,
      String dialectPackage) {
    this.ownership = ownership;
    this.renderer = unrestricted.restrictedBy(new VisibleRows(ownership, null, dialectPackage));
    this.failures = failures;
    this.dialectPackage = dialectPackage;
  }

  /**
   * Opens a scope.
   *
   * @throws dev.taskstore.db.exception.InvalidArgumentException when the principal cannot be stored
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
    VisibleRows visible = new VisibleRows(ownership, principal, dialectPackage);
    return new RowScope(this, principal, text, visible);
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

  /** Returns the statements that find the visible rows to which a foreign key refers. */
  KeyPresenceStatements parents(ForeignKey<?, ?> key) {
    return parents.computeIfAbsent(
        List.of(key.getTable().getName(), key.getName()),
        unused -> new KeyPresenceStatements(key.getKey().getTable(), key.getKeyFields(), renderer));
  }
}

package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresCatalogNames.quoted;

import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.RowShare;
import dev.taskstore.db.scope.SharedAccess;
import dev.taskstore.db.scope.TableOwnership;
import dev.taskstore.db.security.RowSecurity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jooq.TableField;

/** The conditions of policies, as SQL. */
final class PostgresPolicyTexts {

  private static final String SETTING =
      "current_setting('" + RowSecurity.PRINCIPAL_SETTING + "', true)";

  /** A principal is known. An empty text is what a setting has after its transaction. */
  static final String KNOWN = "nullif(" + SETTING + ", '') IS NOT NULL";

  /** All principals are named. */
  static final String ALL = SETTING + " = '" + RowSecurity.ALL_PRINCIPALS + "'";

  private final PostgresCatalogNames catalog;
  private final RowOwnership<?> ownership;
  private final String prefix;

  /**
   * Creates the conditions.
   *
   * @param prefix the schema of the tables and functions with a period, or an empty text
   */
  PostgresPolicyTexts(PostgresCatalogNames catalog, RowOwnership<?> ownership, String prefix) {
    this.catalog = catalog;
    this.ownership = ownership;
    this.prefix = prefix;
  }

  /** Returns the one principal in the type of a column, or null if all or none are named. */
  static String principal(PostgresCatalogNames catalog, Table<?> table, TableField<?, ?> column)
      throws SQLException {
    return "CAST(nullif(nullif("
        + SETTING
        + ", ''), '"
        + RowSecurity.ALL_PRINCIPALS
        + "') AS "
        + catalog.principalType(table, column)
        + ")";
  }

  static String orAll(String condition) {
    return condition + " OR " + ALL;
  }

  /** Returns the condition that a row belongs to the principal. */
  String own(TableOwnership.OwnerColumn owner) throws SQLException {
    return belongsTo(owner.table(), owner.column());
  }

  private String belongsTo(Table<?> table, TableField<?, ?> column) throws SQLException {
    return quoted(table) + "." + quoted(column) + " = " + principal(catalog, table, column);
  }

  /** Returns the condition that a row is shared with the principal. */
  String shared(TableOwnership.OwnerColumn owner, SharedAccess access) throws SQLException {
    List<String> conditions = new ArrayList<>();
    for (RowShare share : owner.shares()) {
      if (access == SharedAccess.READ || share.access() == access) {
        conditions.add(shared(owner.table(), share));
      }
    }
    return String.join(" OR ", conditions);
  }

  /** The subquery is evaluated once for a statement, not for each row. */
  private String shared(Table<?> table, RowShare share) throws SQLException {
    if (share.link().isEmpty()) {
      return belongsTo(table, share.column());
    }
    ForeignKey<?, ?> key = share.link().get();
    TableField<?, ?> referenced = key.getKeyFields().get(0);
    return quoted(table)
        + "."
        + quoted(referenced)
        + " = ANY (CAST((SELECT "
        + prefix
        + PostgresTransferSupport.quoted(PostgresPolicyFunctions.linkedKeys(key.getTable()))
        + "()) AS "
        + catalog.typeOf(key.getTable(), PostgresPolicyFunctions.keyColumn(key))
        + "[]))";
  }

  /** Returns the condition that an update keeps what only the owner changes. */
  String keepsColumns(TableOwnership.OwnerColumn owner) {
    return prefix
        + PostgresTransferSupport.quoted(PostgresPolicyFunctions.keptColumns(owner.table()))
        + "("
        + String.join(
            ", ",
            PostgresPolicyFunctions.arguments(owner).stream()
                .map(PostgresCatalogNames::quoted)
                .toList())
        + ")";
  }

  /** Returns the condition that the referenced row is visible; its policy applies. */
  String parentIsVisible(ForeignKey<?, ?> key) throws SQLException {
    return parent(key, "");
  }

  /** Returns the condition that a link is visible: a row is visible to those it is shared with. */
  String linkIsVisible(TableOwnership.Links links) throws SQLException {
    return belongsTo(links.table(), links.column()) + " OR " + parentIsVisible(links.key());
  }

  /** Returns the condition that the referenced row belongs to the principal. */
  String parentIsOwn(ForeignKey<?, ?> key) throws SQLException {
    if (declared(key) instanceof TableOwnership.OwnerColumn owner) {
      return parent(key, " AND " + own(owner));
    }
    throw new IllegalStateException("No owner column in " + key.getKey().getTable().getName());
  }

  /** Returns the condition that the referenced row may be updated. */
  String parentIsChangeable(ForeignKey<?, ?> key) throws SQLException {
    TableOwnership declared = declared(key);
    if (declared instanceof TableOwnership.Inherited inherited) {
      return parent(key, " AND " + parentIsChangeable(inherited.key()));
    }
    if (declared instanceof TableOwnership.OwnerColumn owner) {
      String shared = shared(owner, SharedAccess.UPDATE);
      return parent(key, " AND (" + own(owner) + (shared.isEmpty() ? "" : " OR " + shared) + ")");
    }
    throw new IllegalStateException("No owner of " + key.getKey().getTable().getName());
  }

  /** Returns whether some visible rows to which a key refers may not be updated. */
  boolean isParentLimited(ForeignKey<?, ?> key) {
    TableOwnership declared = declared(key);
    return declared instanceof TableOwnership.Inherited inherited
        ? isParentLimited(inherited.key())
        : declared instanceof TableOwnership.OwnerColumn owner
            && owner.shares().stream().anyMatch(share -> share.access() == SharedAccess.READ);
  }

  private TableOwnership declared(ForeignKey<?, ?> key) {
    return ownership.table(key.getKey().getTable()).orElseThrow();
  }

  private String parent(ForeignKey<?, ?> key, String condition) throws SQLException {
    List<? extends TableField<?, ?>> columns = key.getFields();
    List<? extends TableField<?, ?>> referenced = key.getKeyFields();
    Table<?> child = key.getTable();
    Table<?> parent = key.getKey().getTable();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      catalog.typeOf(child, columns.get(i));
      catalog.typeOf(parent, referenced.get(i));
      conditions.add(
          quoted(parent)
              + "."
              + quoted(referenced.get(i))
              + " = "
              + quoted(child)
              + "."
              + quoted(columns.get(i)));
    }
    return "EXISTS (SELECT 1 FROM "
        + prefix
        + quoted(parent)
        + " WHERE "
        + String.join(" AND ", conditions)
        + condition
        + ")";
  }
}

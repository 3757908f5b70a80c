package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresCatalogNames.quoted;

import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.RowShare;
import dev.taskstore.db.scope.SharedAccess;
import dev.taskstore.db.scope.TableOwnership;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * The functions that policies of shared rows call. They run with the rights of the owner of the
 * tables, to whom no policy applies: policies of a table and of its link table that read each other
 * directly recurse without end, and a policy does not see the row before its update otherwise. A
 * fixed search path and qualified names prevent that another object takes the place of a table.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">Writing SECURITY
 *     DEFINER Functions Safely</a>
 */
final class PostgresPolicyFunctions {

  private static final String ATTRIBUTES =
      " LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS ";

  private static final String SAME = " IS NOT DISTINCT FROM ";

  private PostgresPolicyFunctions() {}

  /** Returns the name of the function that returns the keys that a link table shares. */
  static String linkedKeys(Table<?> links) {
    return "taskstore_shared_by_" + links.getName();
  }

  /** Returns the name of the function that compares a new row with the row before. */
  static String keptColumns(Table<?> table) {
    return "taskstore_kept_in_" + table.getName();
  }

  /** Returns the table of each function of a declaration. */
  static Map<String, String> tables(RowOwnership<?> ownership) {
    Map<String, String> tables = new LinkedHashMap<>();
    for (TableOwnership declared : ownership.tables()) {
      if (declared instanceof TableOwnership.Links links) {
        tables.put(linkedKeys(links.table()), links.table().getName());
      } else if (declared instanceof TableOwnership.OwnerColumn owner && isUpdatedByOthers(owner)) {
        tables.put(keptColumns(owner.table()), owner.table().getName());
      }
    }
    return tables;
  }

  static boolean isUpdatedByOthers(TableOwnership.OwnerColumn owner) {
    return owner.shares().stream().map(RowShare::access).anyMatch(SharedAccess.UPDATE::equals);
  }

  /** Returns the statements that create the functions in the schema of a prefix. */
  static List<String> create(PostgresCatalogNames catalog, RowOwnership<?> ownership, String prefix)
      throws SQLException {
    List<String> statements = new ArrayList<>();
    for (TableOwnership declared : ownership.tables()) {
      if (declared instanceof TableOwnership.Links links) {
        statements.add(linkedKeys(catalog, links, prefix));
      } else if (declared instanceof TableOwnership.OwnerColumn owner && isUpdatedByOthers(owner)) {
        statements.add(keptColumns(catalog, owner, prefix));
      }
    }
    return statements;
  }

  private static String linkedKeys(
      PostgresCatalogNames catalog, TableOwnership.Links links, String prefix) throws SQLException {
    Table<?> table = links.table();
    TableField<?, ?> key = keyColumn(links.key());
    String principal = PostgresPolicyTexts.principal(catalog, table, links.column());
    return "CREATE FUNCTION "
        + prefix
        + PostgresTransferSupport.quoted(linkedKeys(table))
        + "() RETURNS "
        + catalog.typeOf(table, key)
        + "[]"
        + ATTRIBUTES
        + PostgresTransferSupport.literal(
            "SELECT ARRAY(SELECT "
                + quoted(key)
                + " FROM "
                + catalog.qualified(table)
                + " WHERE "
                + quoted(links.column())
                + " = "
                + principal
                + ")");
  }

  /** Returns the column of a foreign key of one column. */
  static TableField<?, ?> keyColumn(ForeignKey<?, ?> key) {
    return key.getFields().get(0);
  }

  /** Returns the columns that the function for kept columns compares, after the primary key. */
  static List<TableField<?, ?>> arguments(TableOwnership.OwnerColumn owner) {
    List<TableField<?, ?>> arguments = new ArrayList<>(key(owner));
    arguments.add(owner.column());
    arguments.addAll(owner.sharingColumns());
    return arguments;
  }

  private static List<? extends TableField<?, ?>> key(TableOwnership.OwnerColumn owner) {
    return Objects.requireNonNull(owner.table().getPrimaryKey(), "a primary key").getFields();
  }

  /**
   * Returns the function for updates, which keep the owner: an owner who is also the assignee of a
   * row would otherwise give it away as the assignee. A stable function sees the rows of the
   * snapshot of the update, without its changes.
   */
  private static String keptColumns(
      PostgresCatalogNames catalog, TableOwnership.OwnerColumn owner, String prefix)
      throws SQLException {
    List<TableField<?, ?>> arguments = arguments(owner);
    List<String> types = new ArrayList<>();
    for (TableField<?, ?> argument : arguments) {
      types.add(catalog.typeOf(owner.table(), argument));
    }
    int keys = key(owner).size();
    String ofOwner =
        quoted(owner.column())
            + " = "
            + PostgresPolicyTexts.principal(catalog, owner.table(), owner.column());
    String keepsSharing = comparisons(arguments, keys + 1, arguments.size(), SAME);
    return "CREATE FUNCTION "
        + prefix
        + PostgresTransferSupport.quoted(keptColumns(owner.table()))
        + "("
        + String.join(", ", types)
        + ") RETURNS boolean"
        + ATTRIBUTES
        + PostgresTransferSupport.literal(
            "SELECT EXISTS (SELECT 1 FROM "
                + catalog.qualified(owner.table())
                + " WHERE "
                + comparisons(arguments, 0, keys, " = ")
                + " AND "
                + comparisons(arguments, keys, keys + 1, SAME)
                + (keepsSharing.isEmpty() ? "" : " AND (" + ofOwner + " OR (" + keepsSharing + "))")
                + ")");
  }

  private static String comparisons(
      List<TableField<?, ?>> arguments, int from, int to, String operator) {
    return IntStream.range(from, to)
        .mapToObj(i -> quoted(arguments.get(i)) + operator + "$" + (i + 1))
        .collect(Collectors.joining(" AND "));
  }

  /** Returns the statements that drop the functions. */
  static List<String> drop(RowOwnership<?> ownership, String prefix) {
    return tables(ownership).keySet().stream()
        .map(
            function ->
                "DROP FUNCTION IF EXISTS " + prefix + PostgresTransferSupport.quoted(function))
        .toList();
  }
}

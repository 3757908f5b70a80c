package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresCatalogNames.quoted;
import static dev.taskstore.dialect.postgres.PostgresPolicyTexts.ALL;
import static dev.taskstore.dialect.postgres.PostgresPolicyTexts.KNOWN;
import static dev.taskstore.dialect.postgres.PostgresPolicyTexts.orAll;

import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.SharedAccess;
import dev.taskstore.db.scope.TableOwnership;
import dev.taskstore.db.security.PolicyDifference;
import dev.taskstore.db.security.RowSecurity;
import dev.taskstore.db.spi.RowPolicies;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.ForeignKey;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.CachedQuery;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Row-level security of PostgreSQL. The policies have the same names on all tables.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">Row Security
 *     Policies</a>
 */
enum PostgresRowPolicies implements RowPolicies {
  INSTANCE;

  /** Limits all commands, or only SELECT on common tables. */
  static final String ROWS = "taskstore_rows";

  /** Permits inserts into common tables. */
  static final String NEW_ROWS = "taskstore_new_rows";

  /**
   * Refuses updates of common tables with an error. Without such a policy, updates would omit the
   * rows silently, and locks on rows too. Permits updates of shared rows.
   */
  static final String CHANGED_ROWS = "taskstore_changed_rows";

  /** Permits deletes from common tables to all principals together only. */
  static final String DELETED_ROWS = "taskstore_deleted_rows";

  /** Permits to read rows that others share. */
  static final String SHARED_ROWS = "taskstore_shared_rows";

  /** Refuses updates of shared rows that change what only the owner changes. */
  static final String KEPT_COLUMNS = "taskstore_kept_columns";

  /** The names of the policies of the library. */
  static final List<String> NAMES =
      List.of(ROWS, NEW_ROWS, CHANGED_ROWS, DELETED_ROWS, SHARED_ROWS, KEPT_COLUMNS);

  private static final String TEMPORARY = "pg_temp.";

  private static final String HIDDEN =
      """
      SELECT c.relname FROM pg_class c
      WHERE c.relnamespace = %s
        AND c.relkind IN ('r', 'p') AND row_security_active(c.oid)
      ORDER BY 1
      """
          .formatted(PostgresSchemaQueries.CURRENT_SCHEMA);

  @Override
  public List<String> enable(Connection connection, RowOwnership<?> ownership) throws SQLException {
    List<String> statements =
        new ArrayList<>(
            PostgresPolicyFunctions.create(new PostgresCatalogNames(connection), ownership, ""));
    statements.addAll(create(connection, ownership, ""));
    return statements;
  }

  /** Returns the statements for tables in the schema of a prefix. */
  private static List<String> create(
      Connection connection, RowOwnership<?> ownership, String prefix) throws SQLException {
    PostgresCatalogNames catalog = new PostgresCatalogNames(connection);
    PostgresPolicyTexts texts = new PostgresPolicyTexts(catalog, ownership, prefix);
    List<String> statements = new ArrayList<>();
    for (TableOwnership declared : ownership.tables()) {
      String table = prefix + quoted(declared.table());
      if (declared instanceof TableOwnership.OwnerColumn owner) {
        addOwner(statements, table, texts, owner);
      } else if (declared instanceof TableOwnership.Inherited inherited) {
        addInherited(statements, table, texts, inherited.key());
      } else if (declared instanceof TableOwnership.Links links) {
        statements.add(limit(table, orAll(texts.parentIsOwn(links.key()))));
        statements.add(reads(SHARED_ROWS, table, texts.linkIsVisible(links)));
      } else if (declared instanceof TableOwnership.Common common) {
        catalog.qualified(common.table());
        addCommon(statements, table);
      } else {
        throw new IllegalStateException("No policy for " + declared);
      }
      statements.add("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
    }
    return statements;
  }

  private static void addOwner(
      List<String> statements,
      String table,
      PostgresPolicyTexts texts,
      TableOwnership.OwnerColumn owner)
      throws SQLException {
    statements.add(limit(table, orAll(texts.own(owner))));
    if (!owner.shares().isEmpty()) {
      statements.add(reads(SHARED_ROWS, table, texts.shared(owner, SharedAccess.READ)));
    }
    if (PostgresPolicyFunctions.isUpdatedByOthers(owner)) {
      String shared = texts.shared(owner, SharedAccess.UPDATE);
      statements.add(policy(CHANGED_ROWS, table, "FOR UPDATE", shared, shared));
      statements.add(
          policy(
              KEPT_COLUMNS,
              table,
              "AS RESTRICTIVE FOR UPDATE",
              "true",
              orAll(texts.keepsColumns(owner))));
    }
  }

  private static void addInherited(
      List<String> statements, String table, PostgresPolicyTexts texts, ForeignKey<?, ?> key)
      throws SQLException {
    String visible = texts.parentIsVisible(key);
    if (texts.isParentLimited(key)) {
      statements.add(limit(table, orAll(texts.parentIsChangeable(key))));
      statements.add(reads(SHARED_ROWS, table, visible));
    } else {
      statements.add(limit(table, orAll(visible)));
    }
  }

  private static void addCommon(List<String> statements, String table) {
    statements.add(reads(ROWS, table, KNOWN));
    statements.add(
        "CREATE POLICY " + NEW_ROWS + " ON " + table + " FOR INSERT WITH CHECK (" + KNOWN + ")");
    statements.add(policy(CHANGED_ROWS, table, "FOR UPDATE", KNOWN, ALL));
    statements.add(
        "CREATE POLICY " + DELETED_ROWS + " ON " + table + " FOR DELETE USING (" + ALL + ")");
  }

  private static String limit(String table, String condition) {
    return policy(ROWS, table, "FOR ALL", condition, condition);
  }

  private static String reads(String name, String table, String condition) {
    return "CREATE POLICY " + name + " ON " + table + " FOR SELECT USING (" + condition + ")";
  }

  private static String policy(
      String name, String table, String command, String existing, String written) {
    return "CREATE POLICY "
        + name
        + " ON "
        + table
        + " "
        + command
        + " USING ("
        + existing
        + ") WITH CHECK ("
        + written
        + ")";
  }

  @Override
  public List<String> disable(RowOwnership<?> ownership) {
    List<String> statements = new ArrayList<>();
    for (TableOwnership declared : ownership.tables()) {
      String table = quoted(declared.table());
      statements.add("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
      for (String policy : NAMES) {
        statements.add("DROP POLICY IF EXISTS " + policy + " ON " + table);
      }
    }
    statements.addAll(PostgresPolicyFunctions.drop(ownership, ""));
    return statements;
  }

  /**
   * The server prints policies in a form of its own. Creating the required policies on empty
   * temporary tables of the same columns, and their functions in the same temporary schema, makes
   * the server print them in the same form.
   */
  @Override
  public List<PolicyDifference> differences(Connection connection, RowOwnership<?> ownership)
      throws SQLException {
    List<String> required =
        new ArrayList<>(
            PostgresPolicyFunctions.create(
                new PostgresCatalogNames(connection), ownership, TEMPORARY));
    required.addAll(create(connection, ownership, TEMPORARY));
    Map<String, String> functions = PostgresPolicyFunctions.tables(ownership);
    PostgresPolicyList found = PostgresPolicyList.ofSchema(connection, functions);
    String tables =
        ownership.tables().stream()
            .map(declared -> TEMPORARY + quoted(declared.table()))
            .collect(Collectors.joining(", "));
    for (TableOwnership declared : ownership.tables()) {
      String table = quoted(declared.table());
      TransactionControl.execute(
          connection, "CREATE TEMPORARY TABLE " + table + " (LIKE " + table + ") ON COMMIT DROP");
    }
    for (String statement : required) {
      TransactionControl.execute(connection, statement);
    }
    PostgresPolicyList expected = PostgresPolicyList.ofTemporaryTables(connection, functions);
    TransactionControl.execute(connection, "DROP TABLE " + tables);
    for (String statement : PostgresPolicyFunctions.drop(ownership, TEMPORARY)) {
      TransactionControl.execute(connection, statement);
    }
    return found.differencesFrom(
        expected, ownership.tables().stream().map(declared -> declared.table().getName()).toList());
  }

  @Override
  public String setPrincipal() {
    return "SELECT set_config('" + RowSecurity.PRINCIPAL_SETTING + "', ?, true)";
  }

  /**
   * The driver sends the statements of a text one after the other, with one {@code Sync} at the
   * end. Until then, the server runs them in one implicit transaction.
   *
   * <p>The driver sends a {@code Sync} before a statement whose rows it expects to exceed the
   * buffers of the network, which it only expects of statements that it has described before. It
   * describes statements with parameters without a type, and all of them if it forces binary
   * transfer. In simple mode, it sends each statement in a message of its own.
   */
  @Override
  public boolean runsInOneTransaction(Connection connection, String text) throws SQLException {
    if (!connection.isWrapperFor(BaseConnection.class)) {
      return false;
    }
    BaseConnection driver = connection.unwrap(BaseConnection.class);
    return driver.getPreferQueryMode() != PreferQueryMode.SIMPLE
        && driver.getPrepareThreshold() >= 0
        && isNotDescribed(driver.getQueryExecutor(), text);
  }

  /** Looks into the driver's cache, from which the next preparation of the text takes the query. */
  private static boolean isNotDescribed(QueryExecutor executor, String text) throws SQLException {
    CachedQuery cached = executor.borrowQuery(text);
    try {
      Query[] statements = cached.query.getSubqueries();
      return statements != null && Arrays.stream(statements).noneMatch(Query::isStatementDescribed);
    } finally {
      executor.releaseQuery(cached);
    }
  }

  @Override
  public List<String> tablesWithHiddenRows(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HIDDEN)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }
}

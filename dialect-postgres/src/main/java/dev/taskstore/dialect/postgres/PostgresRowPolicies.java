package dev.taskstore.dialect.postgres;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.TableOwnership;
import dev.taskstore.db.security.PolicyDifference;
import dev.taskstore.db.security.RowSecurity;
import dev.taskstore.db.spi.RowPolicies;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.ForeignKey;
import org.jooq.Named;
import org.jooq.TableField;
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
   * rows silently, and locks on rows too.
   */
  static final String CHANGED_ROWS = "taskstore_changed_rows";

  /** The names of the policies of the library. */
  static final List<String> NAMES = List.of(ROWS, NEW_ROWS, CHANGED_ROWS);

  /** An empty text is what a setting has after the transaction in which it was set. */
  private static final String PRINCIPAL =
      "nullif(current_setting('" + RowSecurity.PRINCIPAL_SETTING + "', true), '')";

  private static final Set<String> COMPARABLE =
      Set.of("uuid", "bigint", "integer", "smallint", "text", "character varying");

  private static final String HIDDEN =
      """
      SELECT c.relname FROM pg_class c
      WHERE c.relnamespace = %s
        AND c.relkind IN ('r', 'p') AND row_security_active(c.oid)
      ORDER BY 1
      """
          .formatted(PostgresSchemaQueries.CURRENT_SCHEMA);

  /** The type without a length: a cast to a length would shorten a principal. */
  private static final String TYPE =
      """
      SELECT format_type(a.atttypid, NULL) FROM pg_attribute a
      WHERE a.attrelid = to_regclass(?) AND a.attname = ? AND a.attnum > 0 AND NOT a.attisdropped
      """;

  @Override
  public List<String> enable(Connection connection, RowOwnership<?> ownership) throws SQLException {
    return create(connection, ownership, "");
  }

  /** Returns the statements for tables in the schema of a prefix. */
  private static List<String> create(
      Connection connection, RowOwnership<?> ownership, String prefix) throws SQLException {
    List<String> statements = new ArrayList<>();
    for (TableOwnership declared : ownership.tables()) {
      String table = prefix + name(declared.table());
      if (declared instanceof TableOwnership.OwnerColumn owner) {
        String type = comparable(typeOf(connection, owner.table(), owner.column()), owner);
        statements.add(
            limit(table, name(owner.column()) + " = CAST(" + PRINCIPAL + " AS " + type + ")"));
      } else if (declared instanceof TableOwnership.Inherited inherited) {
        statements.add(limit(table, isVisible(connection, inherited, prefix)));
      } else if (declared instanceof TableOwnership.Common common) {
        requireTable(connection, common.table());
        String known = PRINCIPAL + " IS NOT NULL";
        statements.add(
            "CREATE POLICY " + ROWS + " ON " + table + " FOR SELECT USING (" + known + ")");
        statements.add(
            "CREATE POLICY "
                + NEW_ROWS
                + " ON "
                + table
                + " FOR INSERT WITH CHECK ("
                + known
                + ")");
        statements.add(
            "CREATE POLICY "
                + CHANGED_ROWS
                + " ON "
                + table
                + " FOR UPDATE USING ("
                + known
                + ") WITH CHECK (false)");
      } else {
        throw new IllegalStateException("No policy for " + declared);
      }
      statements.add("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
    }
    return statements;
  }

  /** The text of a principal must have the same meaning for the library and for the server. */
  private static String comparable(String type, TableOwnership.OwnerColumn owner) {
    if (COMPARABLE.contains(type)) {
      return type;
    }
    String table = owner.table().getName();
    String column = owner.column().getName();
    throw new InvalidArgumentException(
        "The owner column "
            + table
            + "."
            + column
            + " has the type "
            + type
            + ". Row-level security compares UUIDs, integers and texts; use such a column.",
        FailureContext.of(table, column));
  }

  private static String limit(String table, String condition) {
    return "CREATE POLICY "
        + ROWS
        + " ON "
        + table
        + " USING ("
        + condition
        + ") WITH CHECK ("
        + condition
        + ")";
  }

  /** The policy of the referenced table applies in the subquery. */
  private static String isVisible(
      Connection connection, TableOwnership.Inherited inherited, String prefix)
      throws SQLException {
    ForeignKey<?, ?> key = inherited.key();
    List<? extends TableField<?, ?>> columns = key.getFields();
    List<? extends TableField<?, ?>> referenced = key.getKeyFields();
    String child = name(inherited.table());
    String parent = name(inherited.parent());
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      typeOf(connection, inherited.table(), columns.get(i));
      typeOf(connection, inherited.parent(), referenced.get(i));
      conditions.add(
          parent + "." + name(referenced.get(i)) + " = " + child + "." + name(columns.get(i)));
    }
    return "EXISTS (SELECT 1 FROM "
        + prefix
        + parent
        + " WHERE "
        + String.join(" AND ", conditions)
        + ")";
  }

  private static String name(Named named) {
    return PostgresTransferSupport.quoted(named.getName());
  }

  private static String typeOf(Connection connection, Named table, Named column)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TYPE)) {
      statement.setString(1, name(table));
      statement.setString(2, column.getName());
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          return row.getString(1);
        }
      }
    }
    throw missing(
        "The column " + table.getName() + "." + column.getName(),
        FailureContext.of(table.getName(), column.getName()));
  }

  private static void requireTable(Connection connection, Named table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?)")) {
      statement.setString(1, name(table));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getString(1) == null) {
          throw missing("The table " + table.getName(), FailureContext.of(table.getName()));
        }
      }
    }
  }

  private static SchemaOutOfDateException missing(String what, FailureContext where) {
    return new SchemaOutOfDateException(
        what + " of the declaration does not exist. Migrate the database.", where, null);
  }

  @Override
  public List<String> disable(RowOwnership<?> ownership) {
    List<String> statements = new ArrayList<>();
    for (TableOwnership declared : ownership.tables()) {
      String table = name(declared.table());
      statements.add("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
      for (String policy : NAMES) {
        statements.add("DROP POLICY IF EXISTS " + policy + " ON " + table);
      }
    }
    return statements;
  }

  /**
   * The server prints policies in a form of its own. Creating the required policies on empty
   * temporary tables of the same columns makes the server print them in the same form.
   */
  @Override
  public List<PolicyDifference> differences(Connection connection, RowOwnership<?> ownership)
      throws SQLException {
    List<String> required = create(connection, ownership, "pg_temp.");
    PostgresPolicyList found = PostgresPolicyList.ofSchema(connection);
    String tables =
        ownership.tables().stream()
            .map(declared -> "pg_temp." + name(declared.table()))
            .collect(Collectors.joining(", "));
    for (TableOwnership declared : ownership.tables()) {
      String table = name(declared.table());
      TransactionControl.execute(
          connection, "CREATE TEMPORARY TABLE " + table + " (LIKE " + table + ") ON COMMIT DROP");
    }
    for (String statement : required) {
      TransactionControl.execute(connection, statement);
    }
    PostgresPolicyList expected = PostgresPolicyList.ofTemporaryTables(connection);
    TransactionControl.execute(connection, "DROP TABLE " + tables);
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

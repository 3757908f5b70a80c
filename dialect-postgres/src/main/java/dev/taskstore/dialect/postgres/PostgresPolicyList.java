package dev.taskstore.dialect.postgres;

import dev.taskstore.db.security.PolicyDifference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The policies of the tables of one schema, and the functions that they call, as the server prints
 * them. Immutable.
 */
final class PostgresPolicyList {

  private static final String POLICIES =
      """
      SELECT c.relname, p.polname, concat_ws(' ',
        CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END,
        CASE p.polcmd WHEN 'r' THEN 'for select' WHEN 'a' THEN 'for insert'
          WHEN 'w' THEN 'for update' WHEN 'd' THEN 'for delete' ELSE 'for all' END,
        'to ' || (SELECT string_agg(CASE r WHEN 0 THEN 'public' ELSE r::regrole::text END, ', '
          ORDER BY r) FROM unnest(p.polroles) AS r),
        'using ' || pg_get_expr(p.polqual, p.polrelid),
        'with check ' || pg_get_expr(p.polwithcheck, p.polrelid))
      FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
      WHERE c.relnamespace = %s
      """;

  private static final String ENABLED =
      "SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = %s";

  private static final String FUNCTIONS =
      """
      SELECT p.proname, concat_ws(' ',
        '(' || pg_get_function_identity_arguments(p.oid) || ')',
        'returns ' || format_type(p.prorettype, NULL),
        'language ' || (SELECT lanname FROM pg_language l WHERE l.oid = p.prolang),
        'volatility ' || p.provolatile::text,
        CASE WHEN p.prosecdef THEN 'security definer' ELSE 'security invoker' END,
        'set ' || array_to_string(p.proconfig, ' set '),
        'as ' || p.prosrc)
      FROM pg_proc p WHERE p.pronamespace = %s
      """;

  private static final String TEMPORARY_SCHEMA = "pg_my_temp_schema()";

  private final Set<String> enabled;
  private final Map<String, Map<String, String>> policies;

  private PostgresPolicyList(Set<String> enabled, Map<String, Map<String, String>> policies) {
    this.enabled = enabled;
    this.policies = policies;
  }

  /** Reads the policies of the first schema of the path, and the functions that they call. */
  static PostgresPolicyList ofSchema(Connection connection, Map<String, String> functions)
      throws SQLException {
    return read(connection, PostgresSchemaQueries.CURRENT_SCHEMA, null, functions);
  }

  /** Reads the policies of the temporary tables of the session, as those of other tables. */
  static PostgresPolicyList ofTemporaryTables(Connection connection, Map<String, String> functions)
      throws SQLException {
    return read(connection, TEMPORARY_SCHEMA, "pg_temp.", functions);
  }

  /**
   * Reads policies and functions.
   *
   * @param functions the table of each function of the declaration
   */
  private static PostgresPolicyList read(
      Connection connection, String schema, @Nullable String omitted, Map<String, String> functions)
      throws SQLException {
    Set<String> enabled = new TreeSet<>();
    Map<String, Map<String, String>> policies = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(ENABLED.formatted(schema))) {
        while (row.next()) {
          enabled.add(row.getString(1));
        }
      }
      try (ResultSet row = statement.executeQuery(POLICIES.formatted(schema))) {
        while (row.next()) {
          String definition = row.getString(3);
          policies
              .computeIfAbsent(row.getString(1), table -> new TreeMap<>())
              .put(
                  row.getString(2), omitted == null ? definition : definition.replace(omitted, ""));
        }
      }
      try (ResultSet row = statement.executeQuery(FUNCTIONS.formatted(schema))) {
        while (row.next()) {
          String table = functions.get(row.getString(1));
          if (table != null) {
            policies
                .computeIfAbsent(table, unused -> new TreeMap<>())
                .put(row.getString(1) + "()", row.getString(2));
          }
        }
      }
    }
    return new PostgresPolicyList(enabled, policies);
  }

  /**
   * Compares these policies with those of a declaration.
   *
   * @param declared the names of the declared tables; of other tables, only the policies with the
   *     names of the library are compared
   */
  List<PolicyDifference> differencesFrom(PostgresPolicyList expected, List<String> declared) {
    Set<String> tables = new TreeSet<>(policies.keySet());
    tables.addAll(declared);
    List<PolicyDifference> differences = new ArrayList<>();
    for (String table : tables) {
      if (declared.contains(table) && !enabled.contains(table)) {
        differences.add(
            new PolicyDifference(
                table, Optional.empty(), Optional.of("enabled"), Optional.empty()));
      }
      Map<String, String> required = expected.policies.getOrDefault(table, Map.of());
      Map<String, String> present = policies.getOrDefault(table, Map.of());
      Set<String> names = new TreeSet<>(required.keySet());
      names.addAll(present.keySet());
      if (!declared.contains(table)) {
        names.retainAll(PostgresRowPolicies.NAMES);
      }
      for (String name : names) {
        String wanted = required.get(name);
        String found = present.get(name);
        if (wanted == null || !wanted.equals(found)) {
          differences.add(
              new PolicyDifference(table, Optional.of(name), printed(wanted), printed(found)));
        }
      }
    }
    return differences;
  }

  /** Subqueries are printed on several lines. */
  private static Optional<String> printed(@Nullable String definition) {
    return Optional.ofNullable(definition).map(text -> text.replaceAll("\\s+", " "));
  }
}

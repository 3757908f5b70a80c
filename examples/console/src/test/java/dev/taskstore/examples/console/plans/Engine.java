package dev.taskstore.examples.console.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The databases, with their statements and formats for execution plans. */
enum Engine {
  SQLITE("SQLite") {
    @Override
    String explain(String sql) {
      return "EXPLAIN QUERY PLAN " + sql;
    }

    @Override
    List<String> plan(ResultSet rows) throws SQLException {
      Map<Integer, Integer> depths = new HashMap<>();
      List<String> plan = new ArrayList<>();
      while (rows.next()) {
        int depth = depths.getOrDefault(rows.getInt("parent"), -1) + 1;
        depths.put(rows.getInt("id"), depth);
        plan.add("  ".repeat(depth) + rows.getString("detail"));
      }
      return plan;
    }

    @Override
    boolean readsWholeTable(String line, String table) {
      // A scan in index order that ends at a limit is not a full scan.
      return line.strip().matches("SCAN " + table + "(?! USING (COVERING )?INDEX).*");
    }

    @Override
    boolean sorts(String line) {
      return line.contains("USE TEMP B-TREE");
    }

    @Override
    boolean uses(String plan, String index, String table) {
      return plan.contains("INDEX " + AUTOMATIC.getOrDefault(index, index) + " ")
          || plan.contains("INDEX " + AUTOMATIC.getOrDefault(index, index) + "\n")
          || (index.matches("pk_task_(tags|shares)")
              && plan.contains(table + " USING PRIMARY KEY"));
    }
  },

  POSTGRESQL("PostgreSQL") {
    @Override
    String explain(String sql) {
      return "EXPLAIN (COSTS OFF) " + sql;
    }

    @Override
    List<String> plan(ResultSet rows) throws SQLException {
      List<String> plan = new ArrayList<>();
      while (rows.next()) {
        plan.add(VALUE.matcher(rows.getString(1)).replaceAll("?"));
      }
      return plan;
    }

    @Override
    boolean readsWholeTable(String line, String table) {
      return line.contains("Seq Scan on " + table);
    }

    @Override
    boolean sorts(String line) {
      return line.strip().replace("->  ", "").matches("(Incremental )?Sort");
    }

    @Override
    boolean uses(String plan, String index, String table) {
      return Pattern.compile("\\b(using|Index Scan on) " + index + "\\b").matcher(plan).find();
    }
  };

  /** SQLite numbers the indexes of keys in the order of declaration. */
  private static final Map<String, String> AUTOMATIC =
      Map.of(
          "pk_users", "sqlite_autoindex_users_1",
          "uq_users_username", "sqlite_autoindex_users_2",
          "uq_users_email", "sqlite_autoindex_users_3",
          "pk_tasks", "sqlite_autoindex_tasks_1",
          "pk_tags", "sqlite_autoindex_tags_1",
          "uq_tags_name", "sqlite_autoindex_tags_2");

  /** Identifiers and times, which are replaced; other constants are kept. */
  private static final Pattern VALUE =
      Pattern.compile(
          "'[0-9a-f]{8}-[0-9a-f-]{27}'::uuid"
              + "|'\\d{4}-\\d\\d-\\d\\d [0-9:.]+[+-][0-9:]+'::timestamp with time zone"
              + "|'\\{[0-9a-f,-]{36,}\\}'::uuid\\[\\]");

  private final String title;

  Engine(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Returns the statement that explains another statement. */
  abstract String explain(String sql);

  /** Returns the lines of a plan. */
  abstract List<String> plan(ResultSet rows) throws SQLException;

  /** Returns whether a line of a plan is a full scan of a table. */
  abstract boolean readsWholeTable(String line, String table);

  abstract boolean sorts(String line);

  /** Returns whether a plan uses an index or key. */
  abstract boolean uses(String plan, String index, String table);
}

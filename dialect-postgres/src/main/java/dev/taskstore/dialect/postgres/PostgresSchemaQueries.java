package dev.taskstore.dialect.postgres;

import java.util.List;

/**
 * Queries of the system catalogs for the first schema of the search path, for which the server
 * prints unqualified names. Each query returns kind, table and name, followed by a column for each
 * aspect. Objects of extensions are excluded.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System Catalogs</a>
 */
final class PostgresSchemaQueries {

  /** An expression for the oid of the schema. */
  static final String CURRENT_SCHEMA =
      "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())";

  private static final String HERE =
      """
      c.relnamespace = %s
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
          AND d.objid = c.oid AND d.deptype = 'e')
      """
          .formatted(CURRENT_SCHEMA);

  private static final String TABLES =
      """
      SELECT 'TABLE', c.relname, c.relname,
        nullif(concat_ws(', ',
          CASE WHEN c.relpersistence = 'u' THEN 'unlogged' END,
          'partition by ' || pg_get_partkeydef(c.oid),
          'partition of ' || (SELECT p.relname FROM pg_inherits i JOIN pg_class p
            ON p.oid = i.inhparent WHERE i.inhrelid = c.oid LIMIT 1),
          pg_get_expr(c.relpartbound, c.oid),
          array_to_string(c.reloptions, ', ')), '') AS options,
        obj_description(c.oid, 'pg_class') AS comment
      FROM pg_class c WHERE c.relkind IN ('r', 'p') AND
      """
          + HERE;

  private static final String COLUMNS =
      """
      SELECT 'COLUMN', c.relname, a.attname,
        format_type(a.atttypid, a.atttypmod) AS type,
        CASE WHEN a.attnotnull THEN 'no' ELSE 'yes' END AS nullable,
        CASE WHEN a.attgenerated = '' THEN pg_get_expr(e.adbin, e.adrelid) END AS "default",
        (SELECT k.collname FROM pg_collation k
          WHERE k.oid = a.attcollation AND a.attcollation <> t.typcollation) AS collation,
        CASE WHEN a.attidentity = 'a' THEN 'always as identity'
          WHEN a.attidentity = 'd' THEN 'by default as identity'
          WHEN a.attgenerated <> '' THEN 'always as ' || pg_get_expr(e.adbin, e.adrelid)
        END AS generated,
        col_description(c.oid, a.attnum) AS comment
      FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef e ON e.adrelid = c.oid AND e.adnum = a.attnum
      WHERE c.relkind IN ('r', 'p') AND
      """
          + HERE;

  /** Since version 18, NOT NULL is also a constraint. Here it is an aspect of its column. */
  private static final String CONSTRAINTS =
      """
      SELECT CASE k.contype WHEN 'p' THEN 'PRIMARY_KEY' WHEN 'u' THEN 'UNIQUE_CONSTRAINT'
          WHEN 'c' THEN 'CHECK' ELSE 'CONSTRAINT' END,
        c.relname, k.conname,
        CASE WHEN k.contype IN ('p', 'u')
          THEN regexp_replace(pg_get_constraintdef(k.oid, true), '^(PRIMARY KEY|UNIQUE) ', '')
        END AS columns,
        CASE WHEN k.contype = 'c'
          THEN regexp_replace(pg_get_constraintdef(k.oid, true), '^CHECK ', '')
        END AS expression,
        CASE WHEN k.contype NOT IN ('p', 'u', 'c') THEN pg_get_constraintdef(k.oid, true)
        END AS definition,
        obj_description(k.oid, 'pg_constraint') AS comment
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype NOT IN ('f', 'n', 't') AND
      """
          + HERE;

  private static final String FOREIGN_KEYS =
      """
      SELECT 'FOREIGN_KEY', c.relname, k.conname,
        (SELECT '(' || string_agg(quote_ident(a.attname), ', ' ORDER BY p.position) || ')'
          FROM unnest(k.conkey) WITH ORDINALITY AS p (attnum, position)
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum) AS columns,
        (SELECT k.confrelid::regclass || ' ('
            || string_agg(quote_ident(a.attname), ', ' ORDER BY p.position) || ')'
          FROM unnest(k.confkey) WITH ORDINALITY AS p (attnum, position)
          JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum) AS "references",
        CASE k.confdeltype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade'
          WHEN 'n' THEN 'set null' ELSE 'set default' END AS on_delete,
        CASE k.confupdtype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade'
          WHEN 'n' THEN 'set null' ELSE 'set default' END AS on_update,
        CASE WHEN k.condeferred THEN 'initially deferred' WHEN k.condeferrable THEN 'deferrable'
        END AS deferrable,
        nullif(concat_ws(', ', CASE WHEN k.confmatchtype = 'f' THEN 'match full' END,
          CASE WHEN NOT k.convalidated THEN 'not valid' END), '') AS options,
        obj_description(k.oid, 'pg_constraint') AS comment
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype = 'f' AND
      """
          + HERE;

  /** A failed CREATE INDEX CONCURRENTLY leaves an invalid index. */
  private static final String INDEXES =
      """
      SELECT 'INDEX', t.relname, c.relname,
        CASE WHEN i.indisunique THEN 'yes' ELSE 'no' END AS "unique",
        (SELECT '(' || string_agg(
            pg_get_indexdef(i.indexrelid, n, true)
              || coalesce((SELECT ' collate ' || quote_ident(l.collname) FROM pg_collation l
                  WHERE l.oid = i.indcollation[n - 1] AND l.oid <> coalesce((SELECT a.attcollation
                    FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[n - 1]),
                    0)), '')
              || (SELECT CASE WHEN o.opcdefault THEN '' ELSE ' ' || o.opcname END FROM pg_opclass o
                  WHERE o.oid = i.indclass[n - 1])
              || CASE WHEN i.indoption[n - 1] & 1 = 1 THEN ' desc' ELSE '' END
              || CASE i.indoption[n - 1] WHEN 1 THEN ' nulls last' WHEN 2 THEN ' nulls first'
                  ELSE '' END,
            ', ' ORDER BY n) || ')' FROM generate_series(1, i.indnkeyatts) AS n) AS columns,
        pg_get_expr(i.indpred, i.indrelid, true) AS predicate,
        m.amname AS method,
        nullif(concat_ws(', ',
          (SELECT 'include (' || string_agg(pg_get_indexdef(i.indexrelid, n, true), ', ' ORDER BY n)
            || ')' FROM generate_series(i.indnkeyatts + 1, i.indnatts) AS n),
          CASE WHEN i.indnullsnotdistinct THEN 'nulls not distinct' END,
          CASE WHEN NOT i.indisvalid THEN 'not valid' END,
          array_to_string(c.reloptions, ', ')), '') AS options,
        obj_description(c.oid, 'pg_class') AS comment
      FROM pg_index i
        JOIN pg_class c ON c.oid = i.indexrelid
        JOIN pg_class t ON t.oid = i.indrelid
        JOIN pg_am m ON m.oid = c.relam
      WHERE NOT EXISTS (SELECT FROM pg_constraint k
          WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
        AND t.relkind IN ('r', 'p', 'm') AND
      """
          + HERE;

  private static final String VIEWS =
      """
      SELECT 'VIEW', c.relname, c.relname, pg_get_viewdef(c.oid, true) AS definition,
        CASE WHEN c.relkind = 'm' THEN 'materialized' END AS options,
        obj_description(c.oid, 'pg_class') AS comment
      FROM pg_class c WHERE c.relkind IN ('v', 'm') AND
      """
          + HERE;

  private static final String TRIGGERS =
      """
      SELECT 'TRIGGER', c.relname, g.tgname, pg_get_triggerdef(g.oid, true) AS definition,
        obj_description(g.oid, 'pg_trigger') AS comment
      FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid WHERE NOT g.tgisinternal AND
      """
          + HERE;

  static final List<String> ALL =
      List.of(TABLES, COLUMNS, CONSTRAINTS, FOREIGN_KEYS, INDEXES, VIEWS, TRIGGERS);

  private PostgresSchemaQueries() {}
}

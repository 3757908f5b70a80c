package dev.taskstore.codegen.postgres;

/** The queries on PostgreSQL's catalog, each for the current schema. */
final class PostgresQueries {

  static final String TABLES =
      """
      SELECT c.relname AS "table", COALESCE(obj_description(c.oid, 'pg_class'), '') AS "remark"
      FROM pg_class c
      WHERE c.relnamespace = current_schema()::regnamespace
        AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND LOWER(c.relname) NOT IN ('databasechangelog', 'databasechangeloglock')
      """;

  static final String COLUMNS =
      """
      SELECT c.relname AS "table", a.attname AS "name",
        COALESCE(col_description(c.oid, a.attnum), '') AS "remark",
        CASE WHEN t.typtype = 'e' THEN 'enum'
          ELSE format_type(s.base, NULL) || s.suffix END AS "type",
        CASE WHEN t.typtype = 'e' THEN 'enum'
          ELSE format_type(s.base, s.modifier) || s.suffix END AS "written",
        s.modifier AS "modifier",
        a.attnotnull OR t.typnotnull AS "not_null",
        pg_get_expr(d.adbin, d.adrelid) AS "default",
        a.attidentity <> '' OR COALESCE(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', FALSE)
          AS "identity",
        a.attgenerated <> '' AS "computed",
        EXISTS (SELECT 1 FROM pg_collation k WHERE k.oid = a.attcollation
          AND k.collname NOT IN ('C', 'POSIX', 'ucs_basic', 'pg_c_utf8')) AS "collated"
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_type t ON t.oid = a.atttypid
      CROSS JOIN LATERAL (
        SELECT CASE WHEN t.typtype = 'd' THEN t.typbasetype
            WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END AS base,
          CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS modifier,
          CASE WHEN t.typtype <> 'd' AND t.typcategory = 'A' THEN ' array' ELSE '' END AS suffix
      ) s
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY c.relname, a.attnum
      """;

  static final String KEYS =
      """
      SELECT c.relname AS "table", k.contype::text AS "kind", k.conname AS "name",
        (SELECT array_agg(a.attname::text ORDER BY p.position)
          FROM unnest(k.conkey) WITH ORDINALITY p (attnum, position)
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum) AS "columns"
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE c.relnamespace = current_schema()::regnamespace AND k.contype IN ('p', 'u')
      """;

  static final String INDEXES =
      """
      SELECT c.relname AS "table", x.relname AS "name", i.indisunique AS "unique",
        (SELECT array_agg(a.attname::text ORDER BY p.position)
          FROM unnest(i.indkey::int2[]) WITH ORDINALITY p (attnum, position)
          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.attnum
          WHERE p.position <= i.indnkeyatts) AS "columns",
        (SELECT array_agg((o.option & 1)::text ORDER BY o.position)
          FROM unnest(i.indoption::int2[]) WITH ORDINALITY o (option, position)) AS "descending"
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_am m ON m.oid = x.relam
      WHERE c.relnamespace = current_schema()::regnamespace AND m.amname = 'btree'
        AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM pg_constraint k
          WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
      """;

  static final String FOREIGN_KEYS =
      """
      SELECT c.relname AS "table", k.conname AS "name", r.relname AS "referenced_table",
        COALESCE(
          (SELECT u.conname::text FROM pg_constraint u
            WHERE u.conindid = k.conindid AND u.contype IN ('p', 'u')),
          x.relname::text) AS "key",
        k.confdeltype::text AS "on_delete", k.confupdtype::text AS "on_update",
        (SELECT array_agg(a.attname::text ORDER BY p.position)
          FROM unnest(k.conkey) WITH ORDINALITY p (attnum, position)
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum) AS "columns",
        (SELECT array_agg(a.attname::text ORDER BY p.position)
          FROM unnest(k.confkey) WITH ORDINALITY p (attnum, position)
          JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum)
          AS "referenced_columns"
      FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_class r ON r.oid = k.confrelid
      JOIN pg_class x ON x.oid = k.conindid
      WHERE c.relnamespace = current_schema()::regnamespace AND k.contype = 'f'
        AND k.conparentid = 0
      """;

  static final String CHECKS =
      """
      SELECT c.relname AS "table", k.conname AS "name",
        pg_get_expr(k.conbin, k.conrelid) AS "expression"
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE c.relnamespace = current_schema()::regnamespace AND k.contype = 'c'
      """;

  private PostgresQueries() {}
}

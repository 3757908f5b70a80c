package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.RebuildableStructure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The indexes, keys and foreign keys of tables, with the definitions that the server prints. They
 * are built in the order in which they were created: the server checks a row in this order, and so
 * reports the same violated constraint afterwards.
 */
final class PostgresStructures {

  /** The tables whose structures can be dropped: those of the role, which are no partitions. */
  private static final String TABLES =
      """
      WITH tables AS (SELECT c.oid, c.relname, n.nspname,
          EXISTS (SELECT FROM pg_publication_tables p
            WHERE p.schemaname = n.nspname AND p.tablename = c.relname) AS published
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relname = ANY (?) AND c.relkind = 'r'
          AND NOT c.relispartition AND pg_has_role(c.relowner, 'USAGE')),
      foreign_keys AS (SELECT k.oid, k.conname, k.conindid, t.relname, t.nspname
        FROM pg_constraint k JOIN tables t ON t.oid = k.conrelid
          JOIN pg_class p ON p.oid = k.confrelid
        WHERE k.contype = 'f' AND k.conparentid = 0 AND p.relkind = 'r' AND NOT p.relispartition)
      """;

  /**
   * An index stays if its definition does not contain all of its properties, if it is the replica
   * identity, or if a foreign key that stays or a view requires it. The last column is true for
   * these.
   */
  private static final String INDEXES =
      TABLES
          + """
          SELECT t.relname, x.relname,
            CASE WHEN k.oid IS NULL THEN format('DROP INDEX %I.%I', t.nspname, x.relname)
              ELSE format('ALTER TABLE %I.%I DROP CONSTRAINT %I', t.nspname, t.relname, k.conname)
            END,
            CASE WHEN k.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
              ELSE format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', t.nspname, t.relname, k.conname,
                pg_get_constraintdef(k.oid))
            END
            || CASE WHEN obj_description(x.oid, 'pg_class') IS NULL THEN ''
              ELSE format('; COMMENT ON INDEX %I.%I IS %L', t.nspname, x.relname,
                obj_description(x.oid, 'pg_class')) END
            || CASE WHEN obj_description(k.oid, 'pg_constraint') IS NULL THEN ''
              ELSE format('; COMMENT ON CONSTRAINT %I ON %I.%I IS %L', k.conname, t.nspname,
                t.relname, obj_description(k.oid, 'pg_constraint')) END,
            i.indisunique OR i.indisexclusion,
            NOT i.indisvalid OR i.indisclustered OR i.indisreplident OR x.reltablespace <> 0
              OR (i.indisprimary AND t.published)
              OR (k.oid IS NOT NULL AND x.reloptions IS NOT NULL)
              OR EXISTS (SELECT FROM pg_attribute a
                WHERE a.attrelid = x.oid AND coalesce(a.attstattarget, -1) >= 0)
              OR EXISTS (SELECT FROM pg_constraint f WHERE f.conindid = x.oid AND f.contype = 'f'
                AND f.oid NOT IN (SELECT oid FROM foreign_keys))
              OR EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_constraint'::regclass
                AND d.refobjid = k.oid AND d.classid = 'pg_rewrite'::regclass)
              OR EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                AND d.objid = x.oid AND d.deptype IN ('e', 'x'))
          FROM tables t
            JOIN pg_index i ON i.indrelid = t.oid
            JOIN pg_class x ON x.oid = i.indexrelid
            LEFT JOIN pg_constraint k ON k.conindid = x.oid AND k.contype IN ('p', 'u', 'x')
          ORDER BY x.oid DESC
          """;

  private static final String FOREIGN_KEYS =
      TABLES
          + """
          SELECT f.relname, f.conname,
            format('ALTER TABLE %I.%I DROP CONSTRAINT %I', f.nspname, f.relname, f.conname),
            format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', f.nspname, f.relname, f.conname,
              pg_get_constraintdef(f.oid))
            || CASE WHEN obj_description(f.oid, 'pg_constraint') IS NULL THEN ''
              ELSE format('; COMMENT ON CONSTRAINT %I ON %I.%I IS %L', f.conname, f.nspname,
                f.relname, obj_description(f.oid, 'pg_constraint')) END
          FROM foreign_keys f ORDER BY f.oid
          """;

  private PostgresStructures() {}

  /** Returns the structures in the order in which they are built. */
  static List<RebuildableStructure> read(Connection connection, List<String> tables)
      throws SQLException {
    List<RebuildableStructure> structures = indexes(connection, tables);
    try (PreparedStatement statement = prepare(connection, FOREIGN_KEYS, tables);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        structures.add(structure(row));
      }
    }
    return structures;
  }

  /** A unique index before one that stays must stay too, so that their order does not change. */
  private static List<RebuildableStructure> indexes(Connection connection, List<String> tables)
      throws SQLException {
    List<RebuildableStructure> structures = new ArrayList<>();
    Set<String> tablesWhoseUniqueIndexesStay = new HashSet<>();
    try (PreparedStatement statement = prepare(connection, INDEXES, tables);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        RebuildableStructure structure = structure(row);
        boolean isUnique = row.getBoolean(5);
        boolean stays =
            row.getBoolean(6)
                || (isUnique && tablesWhoseUniqueIndexesStay.contains(structure.table()));
        if (!stays) {
          structures.add(0, structure);
        } else if (isUnique) {
          tablesWhoseUniqueIndexesStay.add(structure.table());
        }
      }
    }
    return structures;
  }

  private static PreparedStatement prepare(Connection connection, String sql, List<String> tables)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setArray(1, connection.createArrayOf("name", tables.toArray()));
    return statement;
  }

  private static RebuildableStructure structure(ResultSet row) throws SQLException {
    return new RebuildableStructure(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4));
  }
}

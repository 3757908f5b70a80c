package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.changelog.ChangelogDatabase;
import dev.taskstore.codegen.specification.TableFacts.Check;
import dev.taskstore.codegen.specification.TableFacts.KeyConstraint;
import dev.taskstore.codegen.specification.TableFacts.Reference;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** What H2 tells of the migrated schema. */
final class InformationSchema {

  private static final String TABLES =
      """
      SELECT table_name AS "name", COALESCE(remarks, '') AS "remark"
      FROM information_schema.tables
      WHERE table_schema = ? AND table_type = 'BASE TABLE'
        AND LOWER(table_name) NOT IN ('databasechangelog', 'databasechangeloglock')
      ORDER BY table_name
      """;

  private static final String COLUMNS =
      """
      SELECT column_name AS "name", COALESCE(remarks, '') AS "remark", is_nullable = 'YES' AS "nullable"
      FROM information_schema.columns
      WHERE table_schema = ? AND table_name = ?
      ORDER BY ordinal_position
      """;

  private static final String KEYS =
      """
      SELECT constraint_name
      FROM information_schema.table_constraints
      WHERE table_schema = ? AND table_name = ? AND constraint_type = ?
      """;

  private static final String KEY_COLUMNS =
      """
      SELECT column_name
      FROM information_schema.key_column_usage
      WHERE constraint_schema = ? AND constraint_name = ?
      ORDER BY ordinal_position
      """;

  private static final String REFERENCES =
      """
      SELECT r.constraint_name AS "name", r.delete_rule AS "on_delete", r.update_rule AS "on_update",
        r.unique_constraint_name AS "key",
        (SELECT u.table_name FROM information_schema.table_constraints u
          WHERE u.constraint_schema = r.unique_constraint_schema
            AND u.constraint_name = r.unique_constraint_name) AS "table"
      FROM information_schema.referential_constraints r
      JOIN information_schema.table_constraints t
        ON t.constraint_schema = r.constraint_schema AND t.constraint_name = r.constraint_name
      WHERE t.table_schema = ? AND t.table_name = ?
      """;

  private static final String REFERENCED_COLUMNS =
      """
      SELECT p.column_name
      FROM information_schema.key_column_usage f
      JOIN information_schema.key_column_usage p
        ON p.constraint_schema = f.constraint_schema AND p.constraint_name = ?
          AND p.ordinal_position = f.position_in_unique_constraint
      WHERE f.constraint_schema = ? AND f.constraint_name = ?
      ORDER BY f.ordinal_position
      """;

  private static final String CHECKS =
      """
      SELECT c.constraint_name AS "name", c.check_clause AS "clause"
      FROM information_schema.check_constraints c
      JOIN information_schema.table_constraints t
        ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
      WHERE t.table_schema = ? AND t.table_name = ?
      ORDER BY c.constraint_name
      """;

  private final DSLContext jooq;

  InformationSchema(ChangelogDatabase database) {
    jooq = DSL.using(database.connection(), SQLDialect.H2);
  }

  Result<Record> tables() {
    return jooq.fetch(TABLES, ChangelogDatabase.SCHEMA);
  }

  Result<Record> columns(String table) {
    return jooq.fetch(COLUMNS, ChangelogDatabase.SCHEMA, table);
  }

  /** The keys of one kind, in the order of the columns of the table and then by name. */
  List<KeyConstraint> keys(String table, String kind) {
    List<String> columns = columns(table).getValues("name", String.class);
    return jooq
        .fetch(KEYS, ChangelogDatabase.SCHEMA, table, kind)
        .getValues(0, String.class)
        .stream()
        .map(name -> new KeyConstraint(name, keyColumns(name)))
        .sorted(InColumnOrder.of(columns, KeyConstraint::columns, KeyConstraint::name))
        .toList();
  }

  List<Reference> references(String table) {
    List<String> columns = columns(table).getValues("name", String.class);
    return jooq.fetch(REFERENCES, ChangelogDatabase.SCHEMA, table).stream()
        .map(this::reference)
        .sorted(InColumnOrder.of(columns, Reference::columns, Reference::name))
        .toList();
  }

  List<Check> checks(String table) {
    return jooq.fetch(CHECKS, ChangelogDatabase.SCHEMA, table).stream()
        .map(row -> new Check(row.get("name", String.class), row.get("clause", String.class)))
        .toList();
  }

  private Reference reference(Record row) {
    String name = row.get("name", String.class);
    return new Reference(
        name,
        keyColumns(name),
        row.get("table", String.class),
        jooq.fetch(REFERENCED_COLUMNS, row.get("key"), ChangelogDatabase.SCHEMA, name)
            .getValues(0, String.class),
        row.get("on_delete", String.class),
        row.get("on_update", String.class));
  }

  private List<String> keyColumns(String constraint) {
    return jooq.fetch(KEY_COLUMNS, ChangelogDatabase.SCHEMA, constraint).getValues(0, String.class);
  }
}

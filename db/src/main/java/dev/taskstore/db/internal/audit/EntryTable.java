package dev.taskstore.db.internal.audit;

import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.mapping.Codecs;
import java.time.Instant;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** The table of the entries, as every changelog creates it. */
final class EntryTable extends TableImpl<Record> {

  private static final long serialVersionUID = 1L;

  static final EntryTable ENTRIES = new EntryTable();

  final TableField<Record, Long> id =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);

  final TableField<Record, String> tableName =
      createField(DSL.name("table_name"), SQLDataType.VARCHAR.nullable(false), this);

  final TableField<Record, String> rowKey =
      createField(DSL.name("row_key"), SQLDataType.VARCHAR.nullable(false), this);

  final TableField<Record, String> operation =
      createField(DSL.name("operation"), SQLDataType.VARCHAR.nullable(false), this);

  final TableField<Record, String> actor =
      createField(DSL.name("actor"), SQLDataType.VARCHAR, this);

  final TableField<Record, Instant> changedAt =
      createField(
          DSL.name("changed_at"),
          SQLDataType.INSTANT.nullable(false),
          this,
          "",
          Codecs.INSTANT.binding());

  final TableField<Record, String> oldValues =
      createField(DSL.name("old_values"), SQLDataType.VARCHAR, this);

  final TableField<Record, String> newValues =
      createField(DSL.name("new_values"), SQLDataType.VARCHAR, this);

  final TableField<Record, String> hiddenColumns =
      createField(DSL.name("hidden_columns"), SQLDataType.VARCHAR, this);

  private EntryTable() {
    super(DSL.name(AuditTrail.TABLE));
  }

  /** Keyset pages require it. */
  @Override
  public UniqueKey<Record> getPrimaryKey() {
    return Internal.createUniqueKey(this, DSL.name("pk_" + AuditTrail.TABLE), id);
  }
}

package dev.taskstore.db;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jooq.TableField;

public interface KeyedTableMapping<M, D, C extends Changes<C>, K> extends TableMapping<M, D> {
  List<TableField<?, ?>> keyColumns();

  K key(M entity);

  void writeKey(K key, RowWriter row) throws SQLException;

  List<TableField<?, ?>> mutableColumns();

  void writeMutable(M entity, RowWriter row) throws SQLException;

  M touch(M entity, Instant now);

  TableField<?, Long> versionColumn();

  long version(M entity);

  TableField<?, Instant> updatedAtColumn();
}

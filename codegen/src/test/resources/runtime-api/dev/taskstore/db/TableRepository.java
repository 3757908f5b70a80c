package dev.taskstore.db;

import java.util.List;
import java.util.Optional;
import org.jooq.TableField;

public class TableRepository<M, D> {
  public TableRepository(Session session, TableMapping<M, D> mapping) {}

  protected final Page<M> page(KeysetQuery query, PageRequest request, Object... arguments) {
    throw new UnsupportedOperationException();
  }

  protected final long count(KeysetQuery query, Object... arguments) {
    throw new UnsupportedOperationException();
  }

  protected final Optional<M> findUnique(List<TableField<?, ?>> key, Object... values) {
    throw new UnsupportedOperationException();
  }
}

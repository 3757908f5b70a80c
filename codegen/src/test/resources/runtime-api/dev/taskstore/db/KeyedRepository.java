package dev.taskstore.db;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.TableField;

public class KeyedRepository<M, D, C extends Changes<C>, K> extends TableRepository<M, D> {
  public KeyedRepository(Session session, KeyedTableMapping<M, D, C, K> mapping) {
    super(session, mapping);
  }

  public Optional<M> findById(K key) {
    throw new UnsupportedOperationException();
  }

  public List<M> findAllById(Collection<? extends K> keys) {
    throw new UnsupportedOperationException();
  }

  protected final M upsert(List<TableField<?, ?>> key, D draft) {
    throw new UnsupportedOperationException();
  }

  protected final List<M> upsertAll(
      List<TableField<?, ?>> key, Collection<? extends D> drafts) {
    throw new UnsupportedOperationException();
  }

  protected final <T> List<M> findAllBy(
      TableField<?, T> column, Collection<? extends T> values) {
    throw new UnsupportedOperationException();
  }

  protected final <O, T> int attach(
      JoinTable<O, T> join, Map<O, ? extends Collection<T>> links) {
    throw new UnsupportedOperationException();
  }

  protected final <O, T> int detach(JoinTable<O, T> join, O owner, Collection<T> others) {
    throw new UnsupportedOperationException();
  }

  protected final <O> Map<O, List<M>> findAllLinked(
      JoinTable<O, ?> join, Collection<O> owners, Field<?>... order) {
    throw new UnsupportedOperationException();
  }
}

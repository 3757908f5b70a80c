package dev.taskstore.dialect.tck;

import dev.taskstore.db.KeyedRepository;
import dev.taskstore.db.mapping.Changes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A table whose columns have the same type: the key, a nullable unique column, and a column with a
 * default.
 *
 * @param repository the generated repository
 * @param subject the key
 * @param other the nullable column
 * @param draft creates a draft with a key
 * @param withOther sets the other value of a draft
 * @param upsert the generated upsert by key
 * @param changeOther changes the other value
 * @param subjectOf the key of an entity
 * @param otherOf the other value of an entity
 * @param presetOf the value of the column with the default
 * @param samples the sample values of the type
 */
record ValueTable<T, M, D, C extends Changes<C>>(
    KeyedRepository<M, D, C, T> repository,
    TableField<?, T> subject,
    TableField<?, T> other,
    Function<T, D> draft,
    BiFunction<D, @Nullable T, D> withOther,
    Function<D, M> upsert,
    Function<@Nullable T, C> changeOther,
    Function<M, T> subjectOf,
    Function<M, @Nullable T> otherOf,
    Function<M, T> presetOf,
    Samples<T> samples) {

  /**
   * Sample values of a type.
   *
   * @param preset the default
   * @param inOrder values in ascending order
   * @param refused invalid values, which must be rejected before any SQL runs
   * @param otherForms values that are normalized when they are stored, with the stored values
   */
  record Samples<T>(T preset, List<T> inOrder, List<T> refused, Map<T, T> otherForms) {

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Samples<T> of(T preset, T... inOrder) {
      return new Samples<>(preset, List.of(inOrder), List.of(), Map.of());
    }

    Samples<T> refusing(List<T> values) {
      return new Samples<>(preset, inOrder, values, otherForms);
    }

    Samples<T> writtenAs(Map<T, T> forms) {
      return new Samples<>(preset, inOrder, refused, forms);
    }
  }

  D draft(T subject, @Nullable T other) {
    return withOther.apply(draft.apply(subject), other);
  }

  M insert(T subject, @Nullable T other) {
    return repository.insert(draft(subject, other));
  }

  /** Returns whether an audit trail can identify the rows by their key. */
  boolean isAuditable() {
    Class<?> type = subject.getType();
    return type != Double.class && type != Float.class;
  }

  String name() {
    return Objects.requireNonNull(subject.getTable(), "table").getName();
  }

  @Override
  public String toString() {
    return name();
  }
}

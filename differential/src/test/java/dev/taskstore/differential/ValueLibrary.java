package dev.taskstore.differential;

import dev.taskstore.db.KeyedRepository;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Selection;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.mapping.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A generated repository of a table of values. */
record ValueLibrary<T, M, D, C extends Changes<C>>(
    KeyedRepository<M, D, C, T> repository,
    TableField<?, T> subject,
    TableField<?, T> other,
    BiFunction<T, @Nullable T, D> draft,
    Function<@Nullable T, C> change,
    Function<M, T> subjectOf,
    Function<M, @Nullable T> otherOf)
    implements ValueTarget<T> {

  @Override
  public void clear() {
    List<T> keys = new ArrayList<>();
    repository.where(DSL.noCondition()).list().forEach(row -> keys.add(subjectOf.apply(row)));
    repository.deleteAllById(keys);
  }

  @Override
  public String run(ValueStep<T> step) {
    T value = step.subject();
    try {
      return switch (step.kind()) {
        case INSERT -> row(repository.insert(draft.apply(value, step.other())));
        case UPDATE -> row(repository.update(value, change.apply(step.other())));
        case DELETE -> String.valueOf(repository.deleteById(value));
        case FIND -> repository.findById(value).map(this::row).orElse("none");
        case COUNT_BELOW -> String.valueOf(repository.where(subject.lt(value)).count());
        case FIND_OTHER -> list(other.eq(value));
        case PAGES -> pages().toString();
        case SORTED -> sorted();
        case SUM -> String.valueOf(above(value).sum(number()));
        case AVERAGE -> String.valueOf(above(value).average(number(), 3));
      };
    } catch (UniqueViolationException e) {
      return "UniqueViolationException " + e.constraint();
    } catch (EntityNotFoundException e) {
      return "EntityNotFoundException null";
    } catch (InvalidArgumentException e) {
      return "InvalidArgumentException";
    } catch (DataAccessException e) {
      return e.toString();
    }
  }

  private String list(Condition condition) {
    return repository.where(condition).orderBy(subject.asc()).list().stream()
        .map(this::row)
        .toList()
        .toString();
  }

  private Selection<M> above(T value) {
    return repository.where(subject.ge(value));
  }

  @SuppressWarnings("unchecked") // The library must refuse other types.
  private TableField<?, ? extends Number> number() {
    return (TableField<?, ? extends Number>) (TableField<?, ?>) other;
  }

  private String sorted() {
    return repository.where(other.isNotNull()).orderBy(other.desc()).list().stream()
        .map(this::row)
        .toList()
        .toString();
  }

  private List<String> pages() {
    List<String> rows = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(2));
    while (next.isPresent()) {
      Page<M> page = repository.findAll(PageRequest.of(next.get().token()));
      page.items().forEach(row -> rows.add(row(row)));
      next = page.next();
    }
    return rows;
  }

  private String row(M row) {
    return subjectOf.apply(row) + "=" + otherOf.apply(row);
  }
}

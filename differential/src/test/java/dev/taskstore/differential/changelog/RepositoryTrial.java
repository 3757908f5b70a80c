package dev.taskstore.differential.changelog;

import dev.taskstore.db.Database;
import dev.taskstore.db.KeyedRepository;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Session;
import dev.taskstore.db.TableRepository;
import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.db.mapping.KeyedTableMapping;
import dev.taskstore.db.mapping.TableMapping;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * Runs the calls of one repository on the rows of its table: list, sort and compare by each column,
 * find, page, update, delete and insert. Each call becomes a line, so that two databases can be
 * compared.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
final class RepositoryTrial {

  private static final int ROWS = 5;
  private static final int PAGE_SIZE = 3;

  private final TableRepository repository;
  private final TableMapping mapping;
  private final Class<?> model;
  private final Class<?> draft;
  private final List<String> lines = new ArrayList<>();

  RepositoryTrial(Database database, Class<?> type) throws ReflectiveOperationException {
    this.repository = (TableRepository) type.getConstructor(Session.class).newInstance(database);
    this.mapping = mapping(type);
    ParameterizedType base = (ParameterizedType) type.getGenericSuperclass();
    this.model = (Class<?>) base.getActualTypeArguments()[0];
    this.draft = (Class<?>) base.getActualTypeArguments()[1];
  }

  private static TableMapping mapping(Class<?> type) throws ReflectiveOperationException {
    String name = type.getName().replaceAll("Repository(Base)?$", "Mapping");
    return (TableMapping) type.getClassLoader().loadClass(name).getField("INSTANCE").get(null);
  }

  /** Returns a line with the rows that the changelog has inserted. */
  String seeded() {
    line("seeded", () -> repository.where(DSL.noCondition()).list());
    return lines.get(0);
  }

  /** Returns a line for each call. */
  List<String> run() {
    List<Object> rows = new ArrayList<>();
    line(
        "list",
        () -> {
          rows.addAll(repository.where(DSL.noCondition()).list());
          return rows;
        });
    line("count", repository::count);
    for (int i = 0; i < mapping.columns().size(); i++) {
      column((TableField) mapping.columns().get(i), model.getRecordComponents()[i], rows);
    }
    if (mapping instanceof KeyedTableMapping keys && repository instanceof KeyedRepository keyed) {
      keyed(keyed, keys, rows);
    }
    return lines;
  }

  /** Sorts and compares the rows by a column; the components of a model are its columns. */
  private void column(TableField column, RecordComponent component, List<Object> rows) {
    String name = column.getName();
    if (column.getDataType().isJSON()) {
      return; // Databases order JSON differently, or not at all.
    }
    line(
        "sort " + name,
        () -> repository.where(DSL.noCondition()).orderBy(column.asc().nullsLast()).list());
    line("min " + name, () -> repository.where(DSL.noCondition()).min(column));
    line("max " + name, () -> repository.where(DSL.noCondition()).max(column));
    for (Object row : rows.subList(0, Math.min(ROWS, rows.size()))) {
      line(
          "less " + name,
          () -> {
            Object value = component.getAccessor().invoke(row);
            return value == null
                ? repository.where(column.isNull()).count()
                : repository.where(column.lt(DSL.val(value, column))).count();
          });
    }
  }

  private void keyed(KeyedRepository keyed, KeyedTableMapping keys, List<Object> rows) {
    List<Object> some = rows.subList(0, Math.min(ROWS, rows.size()));
    for (Object row : some) {
      Object key = keys.key(row);
      line("find", () -> keyed.findById(key).equals(Optional.of(row)) ? row : "differs");
    }
    line("page", () -> pages(keyed));
    for (Object row : some) {
      line("update", () -> keyed.update(row));
    }
    for (Object row : rows) {
      Object key = keys.key(row);
      if (line("delete", () -> keyed.deleteById(key))) {
        line("insert", () -> keyed.insert(draftOf(row)));
        break;
      }
    }
    line("rows", () -> keyed.where(DSL.noCondition()).list());
  }

  private static List<Object> pages(KeyedRepository keyed) {
    List<Object> found = new ArrayList<>();
    Page<Object> page = keyed.findAll(PageRequest.first(PAGE_SIZE));
    found.addAll(page.items());
    while (page.next().isPresent()) {
      page = keyed.findAll(page.next().get());
      found.addAll(page.items());
    }
    return found;
  }

  /** Makes a draft with the values of a row; what the draft does not have is left to the store. */
  private Object draftOf(Object row) throws ReflectiveOperationException {
    RecordComponent[] components = draft.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = model.getMethod(components[i].getName()).invoke(row);
    }
    Constructor<?> constructor =
        draft.getConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
    return constructor.newInstance(values);
  }

  private boolean line(String call, Callable<Object> work) {
    try {
      lines.add(call + " " + MigrationTime.masked(String.valueOf(work.call())));
      return true;
    } catch (Exception e) {
      if (e instanceof DatabaseFailure failure) {
        lines.add(call + " " + e.getClass().getSimpleName() + " " + failure.context().constraint());
        return false;
      }
      lines.add(call + " FAILED " + e);
      return false;
    }
  }
}

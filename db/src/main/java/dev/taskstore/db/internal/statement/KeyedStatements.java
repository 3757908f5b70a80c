package dev.taskstore.db.internal.statement;

import dev.taskstore.db.Parameter;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The statements on single rows of a table with a primary key. Parameters are in the order of the
 * text: the columns that are written, the key, the expected version. Thread-safe.
 */
public final class KeyedStatements {

  private final KeyedTableMapping<?, ?, ?, ?> mapping;
  private final StatementRenderer renderer;
  private final boolean returnsChangedRow;
  private final LazyTemplate find;
  private final LazyTemplate update;
  private final LazyTemplate delete;
  private final LazyTemplate deleteVersion;
  private final TemplateMap<List<TableField<?, ?>>> change;
  private final TemplateMap<List<TableField<?, ?>>> changeVersion;
  private final TemplateMap<List<TableField<?, ?>>> insertOrUpdate;
  private final TemplateMap<List<TableField<?, ?>>> insertOrKeep;

  KeyedStatements(KeyedTableMapping<?, ?, ?, ?> mapping, StatementRenderer renderer) {
    this.mapping = mapping;
    this.renderer = renderer;
    this.returnsChangedRow = renderer.dialect().statementTraits().returnsUpdatedRows();
    this.find = new LazyTemplate(this::renderFind);
    this.update = new LazyTemplate(this::renderUpdate);
    this.delete = new LazyTemplate(() -> renderDelete(false));
    this.deleteVersion = new LazyTemplate(() -> renderDelete(true));
    this.change = new TemplateMap<>(columns -> renderChange(columns, false));
    this.changeVersion = new TemplateMap<>(columns -> renderChange(columns, true));
    this.insertOrUpdate = new TemplateMap<>(this::renderInsertOrUpdate);
    this.insertOrKeep = new TemplateMap<>(this::renderInsertOrKeep);
  }

  /** Creates the statements of a table without a principal for a scope. */
  KeyedStatements(KeyedStatements shared, ScopeBinding scope) {
    this.mapping = shared.mapping;
    this.renderer = shared.renderer;
    this.returnsChangedRow = shared.returnsChangedRow;
    this.find = shared.find.boundTo(scope);
    this.update = shared.update.boundTo(scope);
    this.delete = shared.delete.boundTo(scope);
    this.deleteVersion = shared.deleteVersion.boundTo(scope);
    this.change = shared.change.boundTo(scope);
    this.changeVersion = shared.changeVersion.boundTo(scope);
    this.insertOrUpdate = shared.insertOrUpdate.boundTo(scope);
    this.insertOrKeep = shared.insertOrKeep.boundTo(scope);
  }

  KeyedTableMapping<?, ?, ?, ?> mapping() {
    return mapping;
  }

  List<TableField<?, ?>> keyColumns() {
    return mapping.keyColumns();
  }

  private List<Condition> keyMatches(boolean versioned) {
    List<Condition> conditions = new ArrayList<>();
    mapping.keyColumns().forEach(column -> conditions.add(Placeholders.equalTo(column)));
    TableField<?, ? extends Number> version = mapping.versionColumn();
    if (versioned && version != null) {
      conditions.add(Placeholders.equalTo(version));
    }
    return conditions;
  }

  /** Finds the row with a key. */
  public SqlTemplate find() {
    return find.get();
  }

  private SqlTemplate renderFind() {
    return renderer.constant(
        renderer.dsl().select(mapping.columns()).from(mapping.table()).where(keyMatches(false)));
  }

  /** Writes all mutable columns of the row with a key and version. */
  public SqlTemplate update() {
    return update.get();
  }

  private SqlTemplate renderUpdate() {
    Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
    mapping.mutableColumns().forEach(column -> values.put(column, Parameter.of(column)));
    return renderer.constant(
        renderer
            .dsl()
            .update(mapping.table())
            .set(values)
            .where(keyMatches(true))
            .and(renderer.permitted(mapping.table(), RowPermission.UPDATE)));
  }

  /** Deletes the row with a key. */
  public SqlTemplate delete() {
    return delete.get();
  }

  /** Deletes the row with a key and version. */
  public SqlTemplate deleteVersion() {
    return deleteVersion.get();
  }

  private SqlTemplate renderDelete(boolean versioned) {
    return renderer.constant(
        renderer
            .dsl()
            .deleteFrom(mapping.table())
            .where(keyMatches(versioned))
            .and(renderer.permitted(mapping.table(), RowPermission.DELETE)));
  }

  /** Returns whether {@link #change} and {@link #changeVersion} return the changed row. */
  public boolean returnsChangedRow() {
    return returnsChangedRow;
  }

  /** Writes some columns of the row with a key; the time of the change follows the columns. */
  public SqlTemplate change(List<TableField<?, ?>> columns) {
    return change.get(columns);
  }

  /** Writes some columns like {@link #change} if the row has a version. */
  public SqlTemplate changeVersion(List<TableField<?, ?>> columns) {
    return changeVersion.get(columns);
  }

  private SqlTemplate renderChange(List<TableField<?, ?>> columns, boolean versioned) {
    Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column, Parameter.of(column)));
    TableField<?, Instant> updatedAt = mapping.updatedAtColumn();
    if (updatedAt != null) {
      values.put(updatedAt, Parameter.of(updatedAt));
    }
    TableField<?, ? extends Number> version = mapping.versionColumn();
    if (version != null) {
      values.put(version, VersionNumbers.next(version));
    }
    var change =
        renderer
            .dsl()
            .update(mapping.table())
            .set(values)
            .where(keyMatches(versioned))
            .and(renderer.permitted(mapping.table(), RowPermission.UPDATE));
    return renderer.constant(returnsChangedRow ? change.returning(mapping.columns()) : change);
  }

  /** Inserts a row, or updates the row that has its unique key. */
  public SqlTemplate insertOrUpdate(List<TableField<?, ?>> key) {
    return insertOrUpdate.get(key);
  }

  private SqlTemplate renderInsertOrUpdate(List<TableField<?, ?>> key) {
    Map<Field<?>, Field<?>> values = valuesOnConflict(key);
    return values.isEmpty()
        ? renderInsertOrKeep(key)
        : renderer.constant(
            renderer
                .dsl()
                .insertInto(mapping.table())
                .columns(mapping.insertColumns())
                .values(renderer.upsertParameters(mapping.insertColumns()))
                .onConflict(key)
                .doUpdate()
                .set(values)
                .where(renderer.permitted(mapping.table(), RowPermission.UPDATE)));
  }

  /** Returns the columns whose values {@link #insertOrUpdate} writes to an existing row. */
  public List<TableField<?, ?>> columnsOnConflict(List<TableField<?, ?>> key) {
    return mapping.mutableColumns().stream()
        .filter(column -> !column.equals(mapping.versionColumn()) && !key.contains(column))
        .toList();
  }

  private Map<Field<?>, Field<?>> valuesOnConflict(List<TableField<?, ?>> key) {
    Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
    columnsOnConflict(key).forEach(column -> values.put(column, DSL.excluded(column)));
    TableField<?, ? extends Number> version = mapping.versionColumn();
    if (version != null) {
      values.put(version, VersionNumbers.next(version));
    }
    return values;
  }

  /** Inserts a row unless a row has its unique key. */
  public SqlTemplate insertOrKeep(List<TableField<?, ?>> key) {
    return insertOrKeep.get(key);
  }

  private SqlTemplate renderInsertOrKeep(List<TableField<?, ?>> key) {
    return renderer.constant(
        renderer
            .dsl()
            .insertInto(mapping.table())
            .columns(mapping.insertColumns())
            .values(renderer.upsertParameters(mapping.insertColumns()))
            .onConflict(key)
            .doNothing());
  }
}

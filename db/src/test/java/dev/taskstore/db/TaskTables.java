package dev.taskstore.db;

import java.time.Instant;
import java.util.List;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.SchemaImpl;
import org.jooq.impl.TableImpl;

/** Tables as the generator would write them, for tests of a runtime that has none of its own. */
public final class TaskTables extends SchemaImpl {

  private static final long serialVersionUID = 1L;

  /** The schema. */
  public static final TaskTables SCHEMA = new TaskTables();

  /** Tasks. */
  public static final Tasks TASKS = new Tasks();

  /** Links between tasks and tags. */
  public static final TaskTags TASK_TAGS = new TaskTags();

  private TaskTables() {
    super(DSL.name(""));
  }

  @Override
  public List<Table<?>> getTables() {
    return List.of(TASKS, TASK_TAGS);
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // there are no arrays of generic types
  private static TableField<Record, ?>[] columns(List<TableField<Record, ?>> columns) {
    return columns.toArray(new TableField[0]);
  }

  private static UniqueKey<Record> primaryKey(
      Table<Record> table, String name, List<TableField<Record, ?>> columns) {
    return Internal.createUniqueKey(table, DSL.name(name), columns(columns), true);
  }

  /** A table of the schema. */
  private abstract static class SchemaTable extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    SchemaTable(String name) {
      super(DSL.name(name));
    }

    @Override
    public Schema getSchema() {
      return SCHEMA;
    }
  }

  /** Tasks, each possibly part of another one. */
  public static final class Tasks extends SchemaTable {

    private static final long serialVersionUID = 1L;

    public final TableField<Record, Long> ID =
        createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);
    public final TableField<Record, Long> PARENT_ID =
        createField(DSL.name("parent_id"), SQLDataType.BIGINT, this);
    public final TableField<Record, String> TITLE =
        createField(DSL.name("title"), SQLDataType.CLOB.nullable(false), this);
    public final TableField<Record, Instant> CREATED_AT =
        createField(DSL.name("created_at"), SQLDataType.INSTANT.nullable(false), this);
    public final TableField<Record, Instant> DUE_AT =
        createField(DSL.name("due_at"), SQLDataType.INSTANT, this);

    private final UniqueKey<Record> primaryKey = primaryKey(this, "pk_tasks", List.of(ID));

    private Tasks() {
      super("tasks");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
      return primaryKey;
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
      return List.of(
          Internal.createForeignKey(
              this,
              DSL.name("fk_tasks_parent_id"),
              columns(List.of(PARENT_ID)),
              primaryKey,
              columns(List.of(ID)),
              true));
    }
  }

  /** Links between tasks and tags. */
  public static final class TaskTags extends SchemaTable {

    private static final long serialVersionUID = 1L;

    public final TableField<Record, Long> TASK_ID =
        createField(DSL.name("task_id"), SQLDataType.BIGINT.nullable(false), this);
    public final TableField<Record, Long> TAG_ID =
        createField(DSL.name("tag_id"), SQLDataType.BIGINT.nullable(false), this);

    private final UniqueKey<Record> primaryKey =
        primaryKey(this, "pk_task_tags", List.of(TASK_ID, TAG_ID));

    private TaskTags() {
      super("task_tags");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
      return primaryKey;
    }
  }
}

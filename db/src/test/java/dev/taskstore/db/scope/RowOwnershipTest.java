package dev.taskstore.db.scope;

import static dev.taskstore.db.TaskTables.TASKS;
import static dev.taskstore.db.TaskTables.TASK_TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;

class RowOwnershipTest {

  private static final ForeignKey<?, ?> LINK_TO_TASK =
      key(TASK_TAGS, "fk_task_tags_task_id", TASK_TAGS.TASK_ID);
  private static final ForeignKey<?, ?> TASK_TO_PARENT =
      key(TASKS, "fk_tasks_parent_id", TASKS.PARENT_ID);
  private static final Table<?> TAGS = DSL.table(DSL.name("tags"));

  @SuppressWarnings({"rawtypes", "unchecked"}) // there are no arrays of generic types
  private static ForeignKey<?, ?> key(
      Table<Record> table, String name, TableField<Record, ?> column) {
    return Internal.createForeignKey(
        table,
        DSL.name(name),
        new TableField[] {column},
        TASKS.getPrimaryKey(),
        new TableField[] {TASKS.ID},
        true);
  }

  @Test
  void containsTheTablesInTheOrderOfTheirDeclaration() {
    RowOwnership<Long> ownership =
        RowOwnership.of(Long.class)
            .inherited(LINK_TO_TASK)
            .owner(TASKS.PARENT_ID)
            .common(TAGS)
            .build();

    assertThat(ownership.principalType()).isEqualTo(Long.class);
    assertThat(ownership.tables())
        .containsExactly(
            new TableOwnership.Inherited(TASK_TAGS, LINK_TO_TASK),
            new TableOwnership.OwnerColumn(TASKS, TASKS.PARENT_ID),
            new TableOwnership.Common(TAGS));
    assertThat(ownership.table(TASKS)).get().isInstanceOf(TableOwnership.OwnerColumn.class);
    assertThat(ownership.table(TASKS.as("t"))).isEmpty();
    assertThat(new TableOwnership.Inherited(TASK_TAGS, LINK_TO_TASK).parent()).isSameAs(TASKS);
  }

  @Test
  void aTableIsDeclaredOnce() {
    rejects(
        () -> RowOwnership.of(Long.class).owner(TASKS.ID).common(TASKS), "tasks is declared twice");
  }

  @Test
  @SuppressWarnings({"rawtypes", "unchecked"}) // as a caller without generics
  void anOwnerColumnHasTheTypeOfThePrincipal() {
    rejects(
        () -> RowOwnership.of(Long.class).owner((TableField) TASKS.TITLE),
        "tasks.title has the type java.lang.String");
  }

  @Test
  void someTableHasAnOwnerColumn() {
    rejects(() -> RowOwnership.of(Long.class).common(TAGS).build(), "No table has an owner column");
  }

  @Test
  void referencesLeadToAnOwnerColumn() {
    TableField<?, Long> owner = TASK_TAGS.TASK_ID;

    rejects(
        () -> RowOwnership.of(Long.class).owner(owner).inherited(TASK_TO_PARENT).build(),
        "tasks references itself through tasks");
    rejects(
        () -> RowOwnership.of(Long.class).owner(other()).inherited(LINK_TO_TASK).build(),
        "tasks is referenced by fk_task_tags_task_id but is not declared");
    rejects(
        () ->
            RowOwnership.of(Long.class)
                .owner(other())
                .common(TASKS)
                .inherited(LINK_TO_TASK)
                .build(),
        "tasks is common");
  }

  @Test
  void sharesBelongToTheTableWithTheOwner() {
    RowOwnership<Long> ownership =
        RowOwnership.of(Long.class)
            .sharedThrough(LINK_TO_TASK, TASK_TAGS.TAG_ID, SharedAccess.READ)
            .sharedWith(TASKS.ID, SharedAccess.UPDATE)
            .owner(TASKS.PARENT_ID)
            .build();

    assertThat(ownership.tables())
        .containsExactly(
            new TableOwnership.Links(TASK_TAGS, LINK_TO_TASK, TASK_TAGS.TAG_ID),
            new TableOwnership.OwnerColumn(
                TASKS,
                TASKS.PARENT_ID,
                List.of(
                    new RowShare(TASK_TAGS.TAG_ID, Optional.of(LINK_TO_TASK), SharedAccess.READ),
                    new RowShare(TASKS.ID, Optional.empty(), SharedAccess.UPDATE))));
    assertThat(ownership.table(TASKS).orElseThrow())
        .isInstanceOfSatisfying(
            TableOwnership.OwnerColumn.class,
            owner -> assertThat(owner.sharingColumns()).isEqualTo(List.of(TASKS.ID)));
  }

  @Test
  void rowsWithoutAnOwnerColumnAreNotShared() {
    rejects(
        () ->
            RowOwnership.of(Long.class)
                .owner(other())
                .sharedWith(TASKS.ID, SharedAccess.READ)
                .build(),
        "tasks has shared rows, but no owner column");
    rejects(
        () ->
            RowOwnership.of(Long.class)
                .owner(other())
                .common(TASKS)
                .sharedThrough(LINK_TO_TASK, TASK_TAGS.TAG_ID, SharedAccess.READ)
                .build(),
        "tasks has shared rows, but no owner column");
    rejects(
        () ->
            RowOwnership.of(Long.class)
                .owner(TASKS.PARENT_ID)
                .sharedThrough(LINK_TO_TASK, TASKS.ID, SharedAccess.READ),
        "tasks cannot share rows through fk_task_tags_task_id");
    rejects(
        () ->
            RowOwnership.of(Long.class)
                .inherited(LINK_TO_TASK)
                .sharedThrough(LINK_TO_TASK, TASK_TAGS.TAG_ID, SharedAccess.READ),
        "task_tags is declared twice");
  }

  private static TableField<?, Long> other() {
    return new OtherTable().id;
  }

  private static final class OtherTable extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    final TableField<Record, Long> id =
        createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);

    OtherTable() {
      super(DSL.name("others"));
    }
  }

  private static void rejects(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(message);
  }
}

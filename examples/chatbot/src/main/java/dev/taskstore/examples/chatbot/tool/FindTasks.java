package dev.taskstore.examples.chatbot.tool;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.TASK_TAGS;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.PageRequest;
import dev.taskstore.examples.chatbot.tool.ToolDescription.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Finds tasks by conditions that are combined with AND. */
public final class FindTasks implements TaskTool {

  private enum Sort {
    NEWEST(KeysetOrder.descending(TASKS.CREATED_AT, TASKS.ID)),
    DUE(KeysetOrder.ascending(TASKS.DUE_AT, TASKS.ID));

    private final KeysetOrder order;

    Sort(KeysetOrder order) {
      this.order = order;
    }

    @Override
    public String toString() {
      return this == DUE ? "due" : "newest";
    }

    static Sort of(String literal) {
      return literal.equals(DUE.toString()) ? DUE : NEWEST;
    }
  }

  private static final Schema INPUT =
      Schema.object()
          .optional("text", Schema.text(1, 255).describe("Part of the title, ignoring case."))
          .optional("status", Schema.list(Schema.oneOf(TaskStatus.values()), 3))
          .optional("priority", Schema.list(Schema.oneOf(TaskPriority.values()), 3))
          .optional(
              "tags", Schema.list(TagNames.NAME, 10).describe("Tasks with all of these tags."))
          .optional("dueBefore", Schema.instant().describe("Exclusive, with an offset."))
          .optional("dueFrom", Schema.instant().describe("Inclusive, with an offset."))
          .optional("ids", Batch.ids())
          .optional(
              "sort", Schema.oneOf(Sort.values()).describe("Default: newest. due: earliest first."))
          .optional("limit", TaskPage.LIMIT)
          .optional("cursor", TaskPage.CURSOR);

  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "find-tasks",
          "Find tasks",
          "Lists tasks that match all given filters; without filters, all tasks. Long descriptions are"
              + " cut, except with one id in ids.",
          Effect.READS,
          INPUT,
          TaskPage.OUTPUT.required("appliedFilters", Schema.anyObject()));

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public ToolResult call(Caller caller, Arguments arguments) {
    Map<String, Object> applied = new LinkedHashMap<>();
    Condition condition = DSL.and(conditions(arguments, applied));
    Sort sort = arguments.constant("sort", Sort::of).orElse(Sort.NEWEST);
    PageRequest request = TaskPage.request(arguments);
    TaskPage page =
        TaskPage.read(
            caller,
            tx -> tx.tasks().where(condition).page(request, sort.order),
            tx -> tx.tasks().where(condition).count());
    boolean isOne = arguments.texts("ids").size() == 1;
    Map<String, Object> json =
        page.json(caller, isOne ? Integer.MAX_VALUE : TaskJson.SHORT_DESCRIPTION);
    json.put("appliedFilters", applied);
    return ToolResult.of(page.text("tasks"), json);
  }

  private static List<Condition> conditions(Arguments arguments, Map<String, Object> applied) {
    List<Condition> conditions = new ArrayList<>();
    arguments
        .text("text")
        .ifPresent(
            text -> {
              conditions.add(TASKS.TITLE.containsIgnoreCase(text));
              applied.put("text", text);
            });
    List<String> statuses = arguments.texts("status");
    if (!statuses.isEmpty()) {
      conditions.add(TASKS.STATUS.in(statuses.stream().map(TaskStatus::of).toList()));
      applied.put("status", statuses);
    }
    List<String> priorities = arguments.texts("priority");
    if (!priorities.isEmpty()) {
      conditions.add(TASKS.PRIORITY.in(priorities.stream().map(TaskPriority::of).toList()));
      applied.put("priority", priorities);
    }
    List<String> tags = arguments.texts("tags");
    if (!tags.isEmpty()) {
      tags.forEach(tag -> conditions.add(hasTag(tag)));
      applied.put("tags", tags);
    }
    arguments
        .instant("dueBefore")
        .ifPresent(
            time -> {
              conditions.add(TASKS.DUE_AT.lessThan(time));
              applied.put("dueBefore", time.toString());
            });
    arguments
        .instant("dueFrom")
        .ifPresent(
            time -> {
              conditions.add(TASKS.DUE_AT.greaterOrEqual(time));
              applied.put("dueFrom", time.toString());
            });
    if (arguments.contains("ids")) {
      conditions.add(TASKS.ID.in(arguments.uuids("ids")));
      applied.put("ids", arguments.texts("ids"));
    }
    return conditions;
  }

  private static Condition hasTag(String name) {
    return TASKS.ID.in(
        DSL.select(TASK_TAGS.TASK_ID)
            .from(TASK_TAGS)
            .join(TAGS)
            .on(TAGS.ID.eq(TASK_TAGS.TAG_ID))
            .where(TAGS.NAME.eq(name)));
  }
}

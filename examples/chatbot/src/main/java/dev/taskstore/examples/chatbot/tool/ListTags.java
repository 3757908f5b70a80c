package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.TagStatistics;
import dev.taskstore.examples.chatbot.tool.ToolDescription.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lists the tags of the caller's tasks. Tags are rows of all users: those that only others use are
 * left out, because a name can be private.
 */
public final class ListTags implements TaskTool {

  private static final int MAXIMUM = 200;

  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "list-tags",
          "List tags",
          "Lists the tags in use with their numbers of tasks, by name; the first "
              + MAXIMUM
              + " of totalCount.",
          Effect.READS,
          Schema.object(),
          Schema.object()
              .required(
                  "tags",
                  Schema.list(
                      Schema.object()
                          .required("name", Schema.text())
                          .required("tasks", Schema.integer())))
              .required("totalCount", Schema.integer()));

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public ToolResult call(Caller caller, Arguments arguments) {
    List<TagStatistics> used =
        caller.scope().tags().statistics().stream().filter(tag -> tag.tasks() > 0).toList();
    List<Map<String, Object>> tags = used.stream().limit(MAXIMUM).map(ListTags::json).toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tags", tags);
    json.put("totalCount", used.size());
    String names =
        used.stream()
            .limit(MAXIMUM)
            .map(tag -> TaskJson.oneLine(tag.name()) + " (" + tag.tasks() + ")")
            .collect(Collectors.joining(", "));
    return ToolResult.of(used.size() + " tags: " + names, json);
  }

  private static Map<String, Object> json(TagStatistics tag) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", tag.name());
    json.put("tasks", tag.tasks());
    return json;
  }
}

package dev.taskstore.examples.chatbot.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskWithTags;
import dev.taskstore.examples.chatbot.tool.Arguments;
import dev.taskstore.examples.chatbot.tool.Caller;
import dev.taskstore.examples.chatbot.tool.OverdueTasks;
import dev.taskstore.examples.chatbot.tool.Statistics;
import dev.taskstore.examples.chatbot.tool.TaskJson;
import dev.taskstore.examples.chatbot.tool.TaskTool;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The resources: what a person can attach to a conversation, as JSON. */
final class TaskResources {

  private static final String JSON = "application/json";
  private static final String TASK = "tasks://task/";

  private final JsonMapper mapper = new JsonMapper();
  private final TaskStore store;
  private final Clock clock;

  TaskResources(TaskStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  List<Feature<Resource, ReadResourceRequest, ReadResourceResult>> resources() {
    return List.of(
        ofTool(
            "overdue",
            "Overdue tasks",
            "The first 50 open tasks whose due time has passed.",
            new OverdueTasks(),
            Map.of("limit", 50)),
        ofTool("statistics", "Statistics", "Numbers of tasks.", new Statistics(), Map.of()));
  }

  private Feature<Resource, ReadResourceRequest, ReadResourceResult> ofTool(
      String name, String title, String description, TaskTool tool, Map<String, Object> arguments) {
    Resource resource =
        Resource.builder("tasks://" + name, name)
            .title(title)
            .description(description)
            .mimeType(JSON)
            .build();
    return new Feature<>(
        resource,
        (userId, request) ->
            read(
                userId,
                request.uri(),
                caller -> tool.call(caller, Arguments.of(arguments)).structure()));
  }

  Feature<ResourceTemplate, ReadResourceRequest, ReadResourceResult> task() {
    ResourceTemplate template =
        ResourceTemplate.builder(TASK + "{id}", "task")
            .title("Task")
            .description("One task with its whole description.")
            .mimeType(JSON)
            .build();
    return new Feature<>(
        template,
        (userId, request) -> read(userId, request.uri(), caller -> task(caller, request.uri())));
  }

  private static Map<String, Object> task(Caller caller, String uri) {
    Task task =
        parse(uri.substring(TASK.length()))
            .flatMap(id -> caller.scope().tasks().findById(id))
            .orElseThrow(() -> notFound(uri));
    TaskWithTags withTags = caller.scope().tasks().withTags(List.of(task)).get(0);
    return TaskJson.complete(withTags, caller.userId());
  }

  private static Optional<UUID> parse(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static McpError notFound(String uri) {
    return McpError.RESOURCE_NOT_FOUND.apply(uri);
  }

  private ReadResourceResult read(
      UUID userId, String uri, Function<Caller, Map<String, Object>> content) {
    try (TaskScope scope = store.scopedTo(userId)) {
      Caller caller = new Caller(userId, scope, clock.instant().truncatedTo(ChronoUnit.MICROS));
      String json = mapper.writeValueAsString(content.apply(caller));
      return ReadResourceResult.builder(
              List.of(TextResourceContents.builder(uri, json).mimeType(JSON).build()))
          .build();
    } catch (McpError e) {
      throw e;
    } catch (JsonProcessingException | RuntimeException e) {
      // The protocol would return the messages of other exceptions and of their causes.
      RuntimeException failure = e instanceof RuntimeException r ? r : new IllegalStateException(e);
      throw McpError.builder(ErrorCodes.INTERNAL_ERROR)
          .message(FailureTexts.of("Reading the resource", failure))
          .build();
    }
  }
}

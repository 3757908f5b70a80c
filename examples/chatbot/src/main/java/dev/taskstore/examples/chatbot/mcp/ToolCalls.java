package dev.taskstore.examples.chatbot.mcp;

import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.examples.chatbot.tool.Arguments;
import dev.taskstore.examples.chatbot.tool.Caller;
import dev.taskstore.examples.chatbot.tool.TaskTool;
import dev.taskstore.examples.chatbot.tool.ToolDescription;
import dev.taskstore.examples.chatbot.tool.ToolResult;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Calls tools for users: validates arguments, opens the scope of the user, and reports failures.
 */
final class ToolCalls {

  private final JsonSchemaValidator validator = McpJsonDefaults.getSchemaValidator();
  private final TaskStore store;
  private final Clock clock;

  ToolCalls(TaskStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Feature<Tool, CallToolRequest, CallToolResult> feature(TaskTool tool) {
    Map<String, Object> schema = tool.description().input().toMap();
    return new Feature<>(
        definition(tool.description()), (userId, request) -> call(tool, schema, userId, request));
  }

  private static Tool definition(ToolDescription description) {
    ToolAnnotations annotations =
        ToolAnnotations.builder()
            .title(description.title())
            .readOnlyHint(description.effect().isReadOnly())
            .destructiveHint(description.effect().isDestructive())
            .idempotentHint(description.effect().isIdempotent())
            .openWorldHint(false)
            .build();
    return Tool.builder(description.name(), description.input().toMap())
        .title(description.title())
        .description(description.text())
        .outputSchema(description.output().toMap())
        .annotations(annotations)
        .build();
  }

  private CallToolResult call(
      TaskTool tool, Map<String, Object> schema, UUID userId, CallToolRequest request) {
    String name = tool.description().name();
    Map<String, Object> values = Objects.requireNonNullElse(request.arguments(), Map.of());
    ValidationResponse validation = validator.validate(schema, values);
    if (!validation.valid()) {
      return error(FailureTexts.ofArguments(name, validation.errorMessage()));
    }
    try (TaskScope scope = store.scopedTo(userId)) {
      Caller caller = new Caller(userId, scope, clock.instant().truncatedTo(ChronoUnit.MICROS));
      return result(tool.call(caller, Arguments.of(values)));
    } catch (RuntimeException e) {
      return error(FailureTexts.of(name, e));
    }
  }

  private static CallToolResult result(ToolResult result) {
    return CallToolResult.builder(List.of(TextContent.builder(result.text()).build()))
        .structuredContent(result.structure())
        .isError(result.isError())
        .build();
  }

  private static CallToolResult error(String text) {
    return CallToolResult.builder(List.of(TextContent.builder(text).build())).isError(true).build();
  }
}

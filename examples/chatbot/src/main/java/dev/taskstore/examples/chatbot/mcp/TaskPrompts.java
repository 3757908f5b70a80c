package dev.taskstore.examples.chatbot.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The prompts: requests that a person selects in a client. They contain no tasks. */
final class TaskPrompts {

  private static final int MAXIMUM_FOCUS = 200;

  private final Clock clock;

  TaskPrompts(Clock clock) {
    this.clock = clock;
  }

  List<Feature<Prompt, GetPromptRequest, GetPromptResult>> prompts() {
    return List.of(planMyDay(), weeklyReview());
  }

  private Feature<Prompt, GetPromptRequest, GetPromptResult> planMyDay() {
    Prompt prompt =
        Prompt.builder("plan-my-day")
            .title("Plan my day")
            .description("Proposes an order for today's tasks.")
            .arguments(
                List.of(
                    PromptArgument.builder("focus")
                        .title("Focus")
                        .description("What matters most today, up to 200 characters.")
                        .required(false)
                        .build()))
            .build();
    return new Feature<>(
        prompt,
        (userId, request) -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
          String focus = focus(request);
          return message(
              prompt,
              "Plan my day. It is "
                  + now
                  + ". Call overdue-tasks, then find-tasks with status pending and in_progress, dueFrom "
                  + now
                  + ", dueBefore "
                  + now.plus(Duration.ofDays(1))
                  + " and sort due, then find-tasks with priority high and status pending and"
                  + " in_progress. Propose an order with a reason for each task, at most seven tasks."
                  + " Change nothing before I agree."
                  + (focus.isEmpty() ? "" : " My focus today: " + focus));
        });
  }

  private static String focus(GetPromptRequest request) {
    Map<String, Object> arguments = Objects.requireNonNullElse(request.arguments(), Map.of());
    String focus = Objects.toString(arguments.get("focus"), "").strip();
    if (focus.codePointCount(0, focus.length()) > MAXIMUM_FOCUS) {
      throw McpError.builder(ErrorCodes.INVALID_PARAMS)
          .message("The argument focus has at most " + MAXIMUM_FOCUS + " characters.")
          .build();
    }
    return focus;
  }

  private Feature<Prompt, GetPromptRequest, GetPromptResult> weeklyReview() {
    Prompt prompt =
        Prompt.builder("weekly-review")
            .title("Weekly review")
            .description("Reviews the past week and prepares the next one.")
            .arguments(List.of())
            .build();
    return new Feature<>(
        prompt,
        (userId, request) -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
          return message(
              prompt,
              "Review my week. It is "
                  + now
                  + ". Call statistics, overdue-tasks, and find-tasks with status pending and"
                  + " in_progress, dueFrom "
                  + now
                  + ", dueBefore "
                  + now.plus(Duration.ofDays(7))
                  + " and sort due. Summarize what is done, what is late and what comes next. Then"
                  + " propose for each overdue task: complete it, give it a new due time, or delete it."
                  + " Change nothing before I agree.");
        });
  }

  private static GetPromptResult message(Prompt prompt, String text) {
    PromptMessage message =
        PromptMessage.builder(Role.USER, TextContent.builder(text).build()).build();
    return GetPromptResult.builder(List.of(message)).description(prompt.description()).build();
  }
}

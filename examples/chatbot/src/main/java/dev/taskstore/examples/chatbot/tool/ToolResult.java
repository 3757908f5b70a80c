package dev.taskstore.examples.chatbot.tool;

import java.util.Map;

/**
 * The result of a tool.
 *
 * @param text a short text for clients that do not read the structure
 * @param structure the JSON object that the output schema describes
 * @param isError whether nothing of what was asked for was done
 */
public record ToolResult(String text, Map<String, Object> structure, boolean isError) {

  /** Returns the result of a call that succeeded at least in part. */
  public static ToolResult of(String text, Map<String, Object> structure) {
    return new ToolResult(text, structure, false);
  }
}

package dev.taskstore.examples.chatbot;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests of a client, with the JSON of the responses. */
final class Conversation {

  private final McpSyncClient client;
  private final List<String> responses = new ArrayList<>();

  Conversation(McpSyncClient client) {
    this.client = client;
  }

  /** Returns the JSON of all responses, each after the name of its request. */
  List<String> responses() {
    return responses;
  }

  /** Calls a tool. */
  CallToolResult call(String tool, Map<String, Object> arguments) {
    CallToolResult result =
        client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    record(tool, result);
    return result;
  }

  /** Calls a tool and returns the text of its result. */
  String text(String tool, Map<String, Object> arguments) {
    return ((TextContent) call(tool, arguments).content().get(0)).text();
  }

  /** Calls a tool and returns its structure. */
  Map<?, ?> structure(String tool, Map<String, Object> arguments) {
    return (Map<?, ?>) call(tool, arguments).structuredContent();
  }

  /** Reads a resource and returns the JSON of the response, or of the error. */
  String read(String uri) {
    try {
      return record(uri, client.readResource(ReadResourceRequest.builder(uri).build()));
    } catch (McpError e) {
      return record(uri, e.getJsonRpcError());
    }
  }

  /** Gets a prompt and returns the JSON of the response, or of the error. */
  String prompt(String name, Map<String, Object> arguments) {
    try {
      return record(
          name, client.getPrompt(GetPromptRequest.builder(name).arguments(arguments).build()));
    } catch (McpError e) {
      return record(name, e.getJsonRpcError());
    }
  }

  /** Lists what the server offers. */
  void list() {
    record("tools/list", client.listTools());
    record("resources/list", client.listResources());
    record("resources/templates/list", client.listResourceTemplates());
    record("prompts/list", client.listPrompts());
  }

  private String record(String request, Object response) {
    try {
      String json = McpJsonDefaults.getMapper().writeValueAsString(response);
      responses.add(request + " " + json);
      return json;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

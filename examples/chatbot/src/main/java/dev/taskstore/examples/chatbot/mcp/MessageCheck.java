package dev.taskstore.examples.chatbot.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.io.IOException;
import java.util.Optional;

/**
 * Whether a line is a message of JSON-RPC 2.0.
 *
 * @param isRequest whether the client waits for a response
 * @param refusal the response to a line that is no message, or nothing
 */
record MessageCheck(boolean isRequest, Optional<String> refusal) {

  private static final JsonMapper JSON = new JsonMapper();

  static MessageCheck of(byte[] line) {
    JsonNode message;
    try {
      message = JSON.readTree(line);
    } catch (IOException e) {
      return refused(ErrorCodes.PARSE_ERROR, "The line is not JSON.", JSON.nullNode());
    }
    if (!message.isObject() || !message.path("jsonrpc").asText().equals("2.0")) {
      return refused(
          ErrorCodes.INVALID_REQUEST, "The line is not a message of JSON-RPC 2.0.", idOf(message));
    }
    boolean isMethod = message.path("method").isTextual();
    boolean hasId = !idOf(message).isNull();
    boolean isResponse =
        !message.has("method") && (message.has("result") || message.path("error").isObject());
    if (isMethod ? message.has("id") && !hasId : !isResponse || !hasId) {
      return refused(
          ErrorCodes.INVALID_REQUEST,
          "A message has a method, a result or an error, and an id that is a text or a number.",
          idOf(message));
    }
    return new MessageCheck(isMethod && hasId, Optional.empty());
  }

  static MessageCheck tooLong(int maximum) {
    return refused(
        ErrorCodes.INVALID_REQUEST,
        "A message has at most " + maximum + " bytes.",
        JSON.nullNode());
  }

  /** Tests whether a message of the server is a response. */
  static boolean isResponse(byte[] message) throws IOException {
    JsonNode json = JSON.readTree(message);
    return json.has("id") && !json.has("method");
  }

  /** Returns the identifier of a message, or JSON's null if it has none that is allowed. */
  private static JsonNode idOf(JsonNode message) {
    JsonNode id = message.path("id");
    return id.isTextual() || id.isIntegralNumber() ? id : JSON.nullNode();
  }

  private static MessageCheck refused(int code, String text, JsonNode id) {
    ObjectNode response = JSON.createObjectNode().put("jsonrpc", "2.0");
    response.set("id", id);
    response.set("error", JSON.createObjectNode().put("code", code).put("message", text));
    return new MessageCheck(false, Optional.of(response.toString()));
  }
}

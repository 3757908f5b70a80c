package dev.taskstore.examples.chatbot.http;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the errors of the transport as responses of JSON-RPC. The SDK writes the exception itself,
 * with its stack trace.
 */
final class ErrorWithoutDetails implements McpJsonMapper {

  private final McpJsonMapper mapper;

  ErrorWithoutDetails(McpJsonMapper mapper) {
    this.mapper = mapper;
  }

  private static Object withoutDetails(Object value) {
    if (!(value instanceof McpError failure)) {
      return value;
    }
    JSONRPCError error = failure.getJsonRpcError();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("code", error.code());
    content.put(
        "message",
        error.code() == ErrorCodes.INTERNAL_ERROR
            ? "The request failed for a reason that is in the log of the server."
            : error.message());
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("jsonrpc", "2.0");
    response.put("id", null);
    response.put("error", content);
    return response;
  }

  @Override
  public String writeValueAsString(Object value) throws IOException {
    return mapper.writeValueAsString(withoutDetails(value));
  }

  @Override
  public byte[] writeValueAsBytes(Object value) throws IOException {
    return mapper.writeValueAsBytes(withoutDetails(value));
  }

  @Override
  public <T> T readValue(String json, Class<T> type) throws IOException {
    return mapper.readValue(json, type);
  }

  @Override
  public <T> T readValue(byte[] json, Class<T> type) throws IOException {
    return mapper.readValue(json, type);
  }

  @Override
  public <T> T readValue(String json, TypeRef<T> type) throws IOException {
    return mapper.readValue(json, type);
  }

  @Override
  public <T> T readValue(byte[] json, TypeRef<T> type) throws IOException {
    return mapper.readValue(json, type);
  }

  @Override
  public <T> T convertValue(Object value, Class<T> type) {
    return mapper.convertValue(value, type);
  }

  @Override
  public <T> T convertValue(Object value, TypeRef<T> type) {
    return mapper.convertValue(value, type);
  }
}

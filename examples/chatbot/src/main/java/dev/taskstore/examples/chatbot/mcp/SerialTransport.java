package dev.taskstore.examples.chatbot.mcp;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Sends the messages of several threads one after the other. The SDK's transport drops a message if
 * another thread sends for more than 100 milliseconds, which happens on a busy machine; the client
 * would wait for the response in vain.
 */
final class SerialTransport implements McpServerTransport {

  private final McpServerTransport transport;
  private final Object lock = new Object();

  SerialTransport(McpServerTransport transport) {
    this.transport = transport;
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.defer(
        () -> {
          synchronized (lock) {
            return Mono.fromFuture(transport.sendMessage(message).toFuture());
          }
        });
  }

  @Override
  public Mono<Void> closeGracefully() {
    return transport.closeGracefully();
  }

  @Override
  public void close() {
    transport.close();
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return transport.unmarshalFrom(data, type);
  }

  @Override
  public List<String> protocolVersions() {
    return transport.protocolVersions();
  }
}

package dev.taskstore.examples.chatbot.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.List;
import reactor.core.publisher.Mono;

/** The SDK's transport on a channel, which sends one message after the other. */
public final class StdioTransport implements McpServerTransportProvider {

  private final McpServerTransportProvider provider;

  /**
   * Creates a transport.
   *
   * @param channel the streams of the client
   */
  public StdioTransport(StdioChannel channel) {
    this.provider =
        new StdioServerTransportProvider(
            McpJsonDefaults.getMapper(),
            channel.input(),
            channel.output(),
            StdioChannel.MAXIMUM_MESSAGE);
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    provider.setSessionFactory(transport -> factory.create(new SerialTransport(transport)));
  }

  @Override
  public Mono<Void> notifyClients(String method, Object parameters) {
    return provider.notifyClients(method, parameters);
  }

  @Override
  public Mono<Void> notifyClient(String session, String method, Object parameters) {
    return provider.notifyClient(session, method, parameters);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return provider.closeGracefully();
  }

  @Override
  public void close() {
    provider.close();
  }

  @Override
  public List<String> protocolVersions() {
    return provider.protocolVersions();
  }
}

package dev.taskstore.examples.chatbot.http;

import dev.taskstore.examples.chatbot.mcp.TaskServer;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** The protocol by HTTP, without sessions: each request contains its token. */
public final class HttpServer implements AutoCloseable {

  private static final String PATH = "/mcp";
  private static final String USER = "user";
  private static final int MAXIMUM_REQUEST = 4 * 1024 * 1024;

  /** Tomcat's own, which reports starts and stops. A weakly held logger would lose its level. */
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private final Tomcat tomcat;
  private final Path folder;
  private final McpStatelessSyncServer server;
  private final String host;

  private HttpServer(Tomcat tomcat, Path folder, McpStatelessSyncServer server, String host) {
    this.tomcat = tomcat;
    this.folder = folder;
    this.server = server;
    this.host = host;
  }

  /**
   * Where to listen.
   *
   * @param host the address of a network interface
   * @param port the port; 0 selects a free one
   * @param allowedHosts values of the header Host to accept besides those of this machine
   * @param allowedOrigins values of the header Origin to accept besides those of this machine
   */
  public record Address(
      String host, int port, List<String> allowedHosts, List<String> allowedOrigins) {

    private static final List<String> LOCAL = List.of("127.0.0.1", "localhost", "[::1]");

    /**
     * Against DNS rebinding: a web page may send requests to names that resolve to this machine.
     */
    private DefaultServerTransportSecurityValidator validator() {
      List<String> hosts = new ArrayList<>(allowedHosts);
      List<String> origins = new ArrayList<>(allowedOrigins);
      for (String local : LOCAL) {
        hosts.add(local + ":*");
        origins.add("http://" + local + ":*");
      }
      return DefaultServerTransportSecurityValidator.builder()
          .allowedHosts(hosts)
          .allowedOrigins(origins)
          .build();
    }
  }

  /**
   * Starts a server.
   *
   * @param address where to listen
   * @param tokens the tokens of users
   * @param tasks what to serve
   * @return the server, which listens
   * @throws IOException if the address is not usable
   */
  public static HttpServer start(Address address, TokenRegistry tokens, TaskServer tasks)
      throws IOException {
    TOMCAT.setLevel(Level.WARNING);
    HttpServletStatelessServerTransport servlet =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(new ErrorWithoutDetails(McpJsonDefaults.getMapper()))
            .messageEndpoint(PATH)
            .maxRequestSize(MAXIMUM_REQUEST)
            .httpHeaderValidator(address.validator())
            .contextExtractor(
                request ->
                    McpTransportContext.create(
                        Map.of(USER, request.getAttribute(BearerFilter.USER))))
            .build();
    McpStatelessSyncServer server = tasks.forUsers(servlet, context -> (UUID) context.get(USER));
    Path folder = Files.createTempDirectory("taskstore-chatbot");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    Connector connector = new Connector();
    connector.setPort(address.port());
    connector.setProperty("address", address.host());
    connector.setThrowOnFailure(true);
    tomcat.setConnector(connector);
    ErrorReportValve errors = new ErrorReportValve();
    errors.setShowReport(false);
    errors.setShowServerInfo(false);
    tomcat.getHost().getPipeline().addValve(errors);
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "mcp", servlet).addMapping(PATH);
    doNotSearchForLeaks(context);
    addFilter(context, new BearerFilter(tokens));
    HttpServer started = new HttpServer(tomcat, folder, server, address.host());
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      started.close();
      throw new IOException(
          "Cannot listen on "
              + address.host()
              + ":"
              + address.port()
              + ". Select another one with --host and --port.",
          e);
    }
    return started;
  }

  /** Tomcat's search would need access to the internals of Java, and nothing is deployed again. */
  private static void doNotSearchForLeaks(Context context) {
    StandardContext standard = (StandardContext) context;
    standard.setClearReferencesRmiTargets(false);
    standard.setClearReferencesThreadLocals(false);
  }

  private static void addFilter(Context context, BearerFilter filter) {
    FilterDef definition = new FilterDef();
    definition.setFilterName("bearer");
    definition.setFilter(filter);
    context.addFilterDef(definition);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName("bearer");
    mapping.addURLPattern("/*");
    context.addFilterMap(mapping);
  }

  /** Returns the URI for clients. */
  public URI uri() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + tomcat.getConnector().getLocalPort() + PATH);
  }

  /** Answers the current requests and stops. */
  @Override
  public void close() throws IOException {
    server.closeGracefully();
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IOException("The server was not stopped properly", e);
    } finally {
      deleteFolder();
    }
  }

  private void deleteFolder() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}

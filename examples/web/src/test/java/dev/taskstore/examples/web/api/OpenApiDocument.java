package dev.taskstore.examples.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.taskstore.examples.web.HttpTestClient;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document, and what the tests saw of it. */
public final class OpenApiDocument {

  public static final OpenApiDocument INSTANCE = new OpenApiDocument();

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final JsonNode document;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private OpenApiDocument() {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream("/openapi.yaml")) {
      document = new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  /** Returns the routes, such as {@code GET /api/v1/tasks}. */
  Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    document
        .path("paths")
        .propertyStream()
        .forEach(
            path ->
                path.getValue().propertyNames().stream()
                    .filter(METHODS::contains)
                    .forEach(
                        method ->
                            routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return routes;
  }

  /** Returns the statuses of successes that no response had, by route. */
  Set<String> successesNotSeen() {
    Set<String> missing = new TreeSet<>();
    for (String route : routes()) {
      String[] parts = route.split(" ");
      operation(parts[0], parts[1])
          .path("responses")
          .propertyNames()
          .forEach(
              status -> {
                if (status.startsWith("2") && !seen.contains(route + " " + status)) {
                  missing.add(route + " " + status);
                }
              });
    }
    return missing;
  }

  private JsonNode operation(String method, String path) {
    return document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
  }

  /** Fails if the document does not contain the status of a response, or another body. */
  public void check(String method, String path, HttpTestClient.Response response) {
    String template =
        document.path("paths").propertyNames().stream()
            .filter(candidate -> path.matches(candidate.replaceAll("\\{\\w+}", "[^/]+")))
            .findFirst()
            .orElse("");
    JsonNode operation = operation(method, template);
    if (operation.isMissingNode()) {
      assertThat(response.status()).as("%s %s is not documented", method, path).isIn(401, 404, 405);
      matches("#/components/schemas/Problem", response.json());
      return;
    }
    JsonNode documented = operation.path("responses").path(Integer.toString(response.status()));
    assertThat(documented.isMissingNode())
        .as("%s %s returned %s, which is not documented", method, path, response.status())
        .isFalse();
    seen.add(method + " " + template + " " + response.status());
    if (documented.has("$ref")) {
      documented = document.at(documented.path("$ref").stringValue().substring(1));
    }
    JsonNode content = documented.path("content");
    if (content.isMissingNode()) {
      assertThat(response.body()).isEmpty();
      return;
    }
    String type = response.header("Content-Type").split(";", 2)[0];
    assertThat(content.propertyNames()).contains(type);
    if (type.endsWith("json")) {
      matches(content.path(type).path("schema").path("$ref").stringValue(), response.json());
    }
  }

  private void matches(String reference, JsonNode body) {
    ObjectNode schema = ((ObjectNode) document).objectNode();
    schema.put("$ref", reference);
    schema.set("components", document.path("components"));
    assertThat(schemas.getSchema(schema).validate(body)).as("%s %s", reference, body).isEmpty();
  }
}

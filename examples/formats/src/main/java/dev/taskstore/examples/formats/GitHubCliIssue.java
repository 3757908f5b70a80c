package dev.taskstore.examples.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Converts issues and pull requests of {@code gh issue list --json} to the form of the REST API.
 * Their names are in camel case, their states in upper case, and their IDs are texts.
 *
 * @see <a href="https://cli.github.com/manual/gh_issue_list">gh issue list</a>
 */
final class GitHubCliIssue {

  private static final List<String> FIELDS =
      List.of(
          "id", "title", "body", "author", "labels", "state", "createdAt", "updatedAt", "closedAt");

  /** The command that writes all fields that an import reads. */
  static final String COMMAND =
      "gh issue list --state all --limit 1000 --json " + String.join(",", FIELDS);

  private static final List<String> REST_ONLY = List.of("created_at", "updated_at", "user");

  private GitHubCliIssue() {}

  /**
   * Returns whether an object has none of the fields that all issues of the REST API have. It may
   * lack fields of this form, too: the user chooses them.
   */
  static boolean matches(JsonNode node) {
    return REST_ONLY.stream().noneMatch(node::has);
  }

  /**
   * Returns an issue in the form of the REST API.
   *
   * @throws InvalidFileException if fields are missing. An import without them would remove
   *     descriptions and tags
   */
  static JsonNode toRest(String where, JsonNode node) {
    String missing =
        FIELDS.stream().filter(field -> !node.has(field)).collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new InvalidFileException(where, missing + ": missing. Use: " + COMMAND);
    }
    String state = node.path("state").asText().toLowerCase(Locale.ROOT);
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    rest.set("id", node.get("id"));
    rest.set("title", node.get("title"));
    rest.set("body", node.get("body"));
    rest.set("user", user(node.get("author")));
    rest.set("labels", node.get("labels"));
    rest.put("state", state.equals("merged") ? "closed" : state);
    rest.set("created_at", node.get("createdAt"));
    rest.set("updated_at", node.get("updatedAt"));
    rest.set("closed_at", node.get("closedAt"));
    return rest;
  }

  /** The author of a deleted account has an empty login. */
  private static JsonNode user(JsonNode author) {
    return author.path("login").asText().isEmpty() ? JsonNodeFactory.instance.nullNode() : author;
  }
}
